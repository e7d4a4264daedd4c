import Frameworks
import Rubrics
import Testing

@testable import Reporting

@Suite("The page of a framework")
struct FrameworkPageTests {
  static let frameworks: [(String, @Sendable () throws -> Rubric)] = [
    ("emtss", { try RealFrameworks.emtss() }), ("spp", { try RealFrameworks.spp() }),
    ("reading-walk", { try RealFrameworks.readingWalk() }), ("early-warning", { try earlyWarning() }),
  ]

  @Sendable static func earlyWarning() throws -> Rubric {
    try RealFrameworks.rubric("Frameworks/early-warning/1.0.0/framework.yaml")
  }

  @Test("is what was last looked at", arguments: frameworks)
  func snapshot(_ name: String, _ rubric: @Sendable () throws -> Rubric) throws {
    try expectSnapshot(withoutDrawings(try FrameworkPageHTML.page(rubric())), "framework-\(name).html")
  }

  @Test("holds every text of the framework", arguments: frameworks)
  func complete(_ name: String, _ rubric: @Sendable () throws -> Rubric) throws {
    let framework = try rubric().framework
    let page = try FrameworkPageHTML.page(rubric())
    for resolved in framework.criteria {
      let criterion = resolved.criterion
      let texts =
        [criterion.title, criterion.text].compactMap(\.self) + criterion.statements.map(\.text)
        + criterion.questions.map(\.text) + criterion.evidence.map(\.text)
      for text in texts { #expect(page.contains(Markup.escaped(text)), "\(resolved.path): \(text)") }
    }
    for stem in framework.framework.stems { #expect(page.contains(Markup.escaped(stem.text) + " …")) }
    for form in framework.framework.forms {
      for field in Self.boxes(form.fields) { #expect(page.contains(">\(Markup.escaped(field.title))<")) }
    }
  }

  private static func boxes(_ fields: [FormField]) -> [FormField] {
    fields + fields.flatMap { boxes($0.fields) }
  }

  @Test("has one box a field and criterion, one row a question")
  func counts() throws {
    let emtss = try FrameworkPageHTML.page(RealFrameworks.emtss())
    let framework = try RealFrameworks.emtss().framework.framework
    let once = framework.forms.filter { $0.level == nil }.map(\.fields.count).reduce(0, +)
    #expect(emtss.matches(of: #/<div class="box[" ]/#).count == 20 + once)
    #expect(emtss.matches(of: #/<div class="form[" ]/#).count == 5 + framework.forms.count - 1)
    #expect(emtss.matches(of: #/<table class="statements"/#).count == 3)
    #expect(emtss.matches(of: #/<dl class="ladder">/#).count == 2)
    let spp = try FrameworkPageHTML.page(RealFrameworks.spp())
    #expect(spp.matches(of: #/<div class="ask">/#).count == 71)
    #expect(spp.matches(of: #/<div class="asks">/#).count == 13)
    #expect(spp.contains(#"<ol start="8">"#), "the second grid of one dimension goes on counting")
  }

  @Test("says the overall rule, what was assumed, and where there is none")
  func overall() throws {
    let emtss = try FrameworkPageHTML.page(RealFrameworks.emtss())
    #expect(emtss.contains(#"<p class="callout-title">Assumed</p>"#))
    let spp = try FrameworkPageHTML.page(RealFrameworks.spp())
    #expect(spp.contains(FrameworkWords.noOverall))
    #expect(spp.contains("A scale that moves"))
    #expect(spp.contains("A review should cover at least one dimension of Our Impact."))
    #expect(spp.contains("at most one theme: Looking Forward, Looking Inward or Looking Outward."))
  }

  @Test("strands keep the author's order, and statements without one stand last")
  func strands() throws {
    let emtss = try FrameworkPageHTML.page(RealFrameworks.emtss())
    let order = emtss.matches(of: #/<th scope="row" role="rowheader">([^<]+)</#).map { String($0.output.1) }
    #expect(
      order.prefix(7) == [
        "Vision", "Commitment", "Governors", "Planning", "Costs", "Collaboration", "Capacity",
      ])
    #expect(order.last == "Also")
  }
}
