import Diagnostics
import Foundation
import Frameworks
import Interchange
import Reviews
import Rubrics
import Sealing
import Testing

@testable import Reporting

@Suite("A page to fill in")
struct PaperPageTests {
  static func page(_ rubric: Rubric, _ kind: ReviewKind = .own) throws -> String {
    try PaperPageHTML.page(
      ReviewPaper.sheet(rubric.framework, digest: rubric.digest, kind: kind), of: rubric.framework,
      command: "waymark review import")
  }

  static func form(_ id: String, _ rubric: Rubric) throws -> String {
    let form = try #require(rubric.framework.framework.forms.first { $0.id.value == id })
    return try PaperPageHTML.page(
      FormPaper.sheet(form, of: rubric.framework, digest: rubric.digest), of: rubric.framework,
      command: "waymark form import")
  }

  static let frameworks: [(String, @Sendable () throws -> Rubric)] = FrameworkPageTests.frameworks

  @Test("forbids everything but its own script, and loads nothing", arguments: frameworks)
  func closed(_ name: String, _ rubric: @Sendable () throws -> Rubric) throws {
    for kind in ReviewKind.allCases {
      let page = try Self.page(rubric(), kind)
      let scripts = page.matches(of: #/<script>(.*?)</script>/#.dotMatchesNewlines())
      #expect(scripts.count == 1 && page.matches(of: #/<script/#).count == 2)
      let script = String(try #require(scripts.first).output.1)
      let digest = Base64.encode(Digest(ofText: script).bytes)
      #expect(
        page.contains(
          "content=\"default-src &#39;none&#39;; script-src &#39;sha256-\(digest)&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\""
        ))
      let rest = page.replacing("http://www.w3.org/2000/svg", with: "")
      for word in ["http:", "https:", "url(", "@import", "src=", " style=", " onclick", "innerHTML", "eval("]
      {
        #expect(!rest.contains(word), "\(name): \(word)")
      }
    }
  }

  @Test("asks every criterion in the scale's own words", arguments: frameworks)
  func complete(_ name: String, _ rubric: @Sendable () throws -> Rubric) throws {
    let rubric = try rubric()
    let page = try Self.page(rubric)
    for entry in ReviewOutline(rubric.framework, kind: .own).entries {
      #expect(page.contains(" data-key=\"\(entry.criterion.path)\" data-group data-ask="))
      #expect(page.contains(Markup.escaped(entry.wording)), "\(entry.criterion.path)")
      let content = entry.criterion.criterion
      for text in content.questions.map(\.text) + content.evidence.map(\.text) {
        #expect(page.contains(Markup.escaped(text)))
      }
      for statement in entry.boxes.contains(.statements) ? content.statements : [] {
        #expect(
          page.contains(
            "data-key=\"statements\" data-list value=\"\(statement.id.value)\"> <span>"
              + Markup.escaped(statement.text) + "</span>"))
      }
      guard let scale = entry.scale.map(rubric.framework.scale) else { continue }
      for point in scale.points { #expect(page.contains("data-key=\"point\" value=\"\(point.id.value)\"")) }
    }
    let judged = rubric.framework.judged(by: .own).count
    #expect(page.matches(of: #/data-ask="point"/#).count == judged)
  }

  @Test("says what is needed, and counts it")
  func needed() throws {
    let page = try Self.page(RealFrameworks.emtss())
    // The five areas and whom it is about.
    #expect(page.matches(of: #/ data-required/#).count == 6)
    #expect(page.contains("<progress max=\"6\""))
    // Marks are optional in this one.
    #expect(try Self.page(RealFrameworks.spp()).matches(of: #/ data-required/#).count == 1)
  }

  @Test(
    "has a label, a legend or a heading for every box",
    arguments: ["review-plan", "review-findings", "check-in"])
  func labels(_ id: String) throws {
    let page = try Self.form(id, RealFrameworks.spp())
    #expect(!page.contains("<legend></legend>") && !page.contains("paper-title\"></span>"))
    let fieldsets = page.matches(of: #/<fieldset/#).count
    #expect(page.matches(of: #/<legend/#).count == fieldsets)
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test("keeps texts of a framework from being anything else")
  func hostile() throws {
    let text = HostileTextTests.all
    var framework = try RealFrameworks.readingWalk().framework.framework
    framework.title = text
    framework.summary = text
    framework.levels[0].title = text
    framework.stems[0].text = text
    framework.scales[0].value.points[0].label = text
    framework.scales[0].value.points[0].text = text
    framework.criteria[0].title = text
    framework.criteria[0].text = text
    framework.criteria[0].criteria[0].criteria[0].text = text
    let rubric = try Rubric(ResolvedFramework(framework))
    let page = try Self.page(rubric)
    #expect(page.matches(of: #/<script/#).count == 2 && page.matches(of: #/<\/script>/#).count == 2)
    #expect(!page.contains("<img") && !page.contains("<b>"))
    #expect(!page.unicodeScalars.contains("\u{1B}"))
    // Every attribute that a text stands in ends where it should.
    for match in page.matches(of: #/ (data-title|aria-label)="([^"]*)"/#) {
      #expect(!match.output.2.contains("<") && !match.output.2.contains(">"))
    }
  }

  @Test("marks what is translated, but not inside lists to pick from")
  func translated() throws {
    let rubric = try TranslatedPageTests.emtss()
    let page = try Self.page(rubric)
    #expect(page.contains(#"<span lang="cy">"#) && page.contains(#"<html lang="en-GB">"#))
    let form = try Self.form("area-record", rubric)
    for option in form.matches(of: #/<option.*?</option>/#) { #expect(!option.output.contains("<span")) }
    let digest = try RealFrameworks.emtss().digest.description
    #expect(page.contains(digest), "the answers are held against the framework itself")
  }

  @Test("prints, and keeps still where that is wanted")
  func looks() throws {
    let style = PageStyle.paper.text
    #expect(style.contains("@media print") && style.contains("appearance: none"))
    #expect(!style.contains("animation") && !style.contains("transition"))
  }
}
