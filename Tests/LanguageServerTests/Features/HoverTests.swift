import Testing

@testable import LanguageServer

@Suite struct HoverTests {
  private func hover(_ find: String, _ replacement: String) -> String? {
    let editor = Editor(MadeUp.framework.replacing(find, with: replacement, maxReplacements: 1))
    return editor.hover
  }

  @Test func theWordsBehindAnId() throws {
    #expect(try #require(hover("stem: how-far", "stem: how-‸far")).contains("How far"))
    let scale = try #require(hover("scale: depth", "scale: de‸pth"))
    #expect(scale.contains("Depth") && scale.contains("1 `secure`: Secure"))
    #expect(try #require(hover("j[\"our-work/pl", "j[\"our-w‸ork/pl")).contains("**Our work**"))
    #expect(try #require(hover("j[\"our-work/pl", "j[\"our-work/p‸l")).contains("do we plan?"))
  }

  @Test func whatAKeyIsFor() throws {
    #expect(try #require(hover("judging:", "jud‸ging:")).contains("Who marks what"))
    #expect(
      try #require(hover("{level: question, scale", "{level: question, sc‸ale")).contains("Their scale"))
    #expect(try #require(hover("kind: choice", "ki‸nd: choice")).contains("`table`"))
  }

  @Test func whatABaseIs() throws {
    let editor = Editor(
      MadeUp.variant.replacing("{id: made-up,", with: "{id: made‸-up,"), at: "/made-up/north.yaml",
      others: ["/made-up/framework.yaml": MadeUp.framework])
    #expect(try #require(editor.hover).contains("**Made up**\n\n`made-up@1.0.0`, /made-up/framework.yaml"))
  }

  @Test func nothingIsSaidOfProse() { #expect(hover("title: Our work", "title: Our wo‸rk") == nil) }

  /// What a variant inherits says which file and line it came from.
  @Test func whereATextWasInheritedFrom() throws {
    let editor = Editor(
      MadeUp.variant.replacing("after: planning", with: "after: plan‸ning"), at: "/made-up/north.yaml",
      others: ["/made-up/framework.yaml": MadeUp.framework])
    let text = try #require(editor.hover)
    #expect(
      text.contains("do we plan?") && text.contains("made-up@1.0.0, /made-up/framework.yaml, line 31"),
      "\(text)")
  }
}
