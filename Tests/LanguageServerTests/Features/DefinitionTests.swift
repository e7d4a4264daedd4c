import Sealing
import Testing

@testable import LanguageServer

@Suite struct DefinitionTests {
  private let others = ["/made-up/framework.yaml": MadeUp.framework]

  /// The file and the text of the line that is led to.
  private func target(_ marked: String, at path: String) throws -> (file: String, line: String)? {
    let editor = Editor(marked, at: path, others: others)
    let json = Definition(try #require(editor.place)).json
    guard let uri = json["uri"]?.asString, let line = json["range"]?["start"]?["line"]?.asInt else {
      return nil
    }
    let text = uri == editor.uri ? editor.text : MadeUp.framework
    return (uri, String(text.split(separator: "\n", omittingEmptySubsequences: false)[Int(line)]))
  }

  @Test func scalesStemsSourcesPathsAndRoles() throws {
    func here(_ find: String, _ replacement: String) throws -> String? {
      try target(
        MadeUp.framework.replacing(find, with: replacement, maxReplacements: 1), at: "/made-up/one.yaml")?
        .line
    }
    #expect(try here("scale: depth", "scale: de‸pth") == "  depth:")
    #expect(try here("stem: how-far", "stem: h‸ow-far") == "  - {id: how-far, text: How far}")
    #expect(try here("ref: notes", "ref: not‸es") == "  - id: notes")
    #expect(try here("[\"our-work/planning", "[\"our-work/plann‸ing") == "      - id: planning")
    #expect(try here("by: [lead, helper]", "by: [lead, hel‸per]") == "    - {id: helper, title: Helper}")
    #expect(try here("at: secure", "at: sec‸ure") == "      - {id: secure, value: 1, label: Secure}")
  }

  @Test func theBaseIsAnotherFile() throws {
    let base = try #require(
      try target(MadeUp.variant.replacing("{id: made-up,", with: "{id: made‸-up,"), at: "/made-up/north.yaml")
    )
    #expect(base.file == "file:///made-up/framework.yaml" && base.line == "id: made-up")
    let inherited = try #require(
      try target(MadeUp.variant.replacing("to: our-work", with: "to: our-w‸ork"), at: "/made-up/north.yaml"))
    #expect(inherited.file == "file:///made-up/framework.yaml" && inherited.line == "  - id: our-work")
  }

  @Test func aReviewLeadsToItsFramework() throws {
    let criterion = try #require(
      try target(
        MadeUp.review.replacing("our-people/training", with: "our-people/train‸ing"),
        at: "/made-up/review.yaml"))
    #expect(criterion.file == "file:///made-up/framework.yaml" && criterion.line == "      - id: training")
  }

  @Test func nothingLeadsNowhere() throws {
    #expect(
      try target(MadeUp.framework.replacing("title: Made up", with: "title: Ma‸de up"), at: "/x.yaml") == nil)
  }
}
