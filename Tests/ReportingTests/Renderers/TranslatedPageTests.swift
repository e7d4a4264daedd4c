import Diagnostics
import Documents
import Foundation
import Frameworks
import Rubrics
import TestSupport
import Testing

@testable import Reporting

@Suite("The page of a framework in another language")
struct TranslatedPageTests {
  /// With the sample in Welsh that stands beside it.
  static func emtss() throws -> Rubric {
    let path = Repository.root.appendingPathComponent("Frameworks/emtss/1.0.0/framework.yaml").path
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let file = sources.add(try FileReading.source(path))
    let framework = try #require(
      FrameworkReader.read(file, in: &sources, bases: NoBases(), into: &bag))
    return try Rubric(
      try #require(try TextsFinder(framework, at: path).shown(in: "cy", &sources, into: &bag)))
  }

  @Test("marks what is translated, and stays in the language of the rest")
  func marks() throws {
    let page = try FrameworkPageHTML.page(Self.emtss())
    #expect(page.contains(#"<html lang="en-GB">"#))
    #expect(page.contains(#"<span lang="cy">Arweinyddiaeth</span>"#))
    #expect(page.contains(#"<span lang="cy">Yn dod i&#39;r amlwg</span>"#))
    #expect(page.contains("17 of 404 texts are in Welsh, the rest in English."))
    #expect(page.contains("not for use in a review"))
    let title = try #require(page.firstMatch(of: #/<title>(.*)<\/title>/#))
    #expect(title.output.1.hasPrefix("Fframwaith") && !title.output.1.contains("span"))
  }

  @Test("is the page in its own language but for that")
  func others() throws {
    let page = try FrameworkPageHTML.page(RealFrameworks.emtss())
    #expect(!page.contains("lang=\"cy\"") && !page.contains("Welsh"))
    let own = try RealFrameworks.emtss()
    #expect(try Self.emtss().digest == own.digest)
    #expect(try Self.emtss().reference == own.reference)
  }

  @Test("says so in the outline and in JSON")
  func outline() throws {
    #expect(FrameworkOutline.text(try Self.emtss()).contains("17 of 404 texts are in Welsh"))
    let json = FrameworkJSON.value(try Self.emtss())
    #expect(json["language"] == "cy")
    #expect(json["translation"]?["translated"] == 17)
  }

  @Test("finds a text however it is escaped, and nothing that only looks like one")
  func escapes() {
    let extent = TranslationExtent(
      language: "cy", original: "en", translated: 3, total: 3,
      words: ["a < b & c", "it's \"so\"", "Stem"], isSample: false)
    let marks = LanguageMarks(extent)
    func mark(_ text: String) -> String { "<span lang=\"cy\">\(text)</span>" }
    #expect(marks.mark("<p>a &lt; b &amp; c</p>") == "<p>\(mark("a &lt; b &amp; c"))</p>")
    #expect(marks.mark("<p> it&#39;s &quot;so&quot;\n</p>") == "<p> \(mark("it&#39;s &quot;so&quot;"))\n</p>")
    #expect(marks.mark("<p>Stem …</p>") == "<p>\(mark("Stem …"))</p>")
    for page in [
      "<title>Stem</title>", "<svg><text>Stem</text></svg>", "<style>Stem</style>", "<p>Stems</p>",
      "<p title=\"Stem\"></p>", "Stem<", "<p", "a &amp;lt; b",
    ] {
      #expect(marks.mark(page).contains("span") == (page == "Stem<"), "\(page)")
    }
  }
}
