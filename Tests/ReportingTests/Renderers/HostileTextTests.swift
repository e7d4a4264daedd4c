import Diagnostics
import Documents
import Reviews
import Rubrics
import Testing

@testable import Frameworks
@testable import Registries
@testable import Reporting

@Suite("Hostile text")
struct HostileTextTests {
  /// Each would run, open or close something if it got through. The last two lean on characters that Mustache takes
  /// together with the one beside them.
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style></title><b>x</b>",
    "{{title}} {{{css}}}", "<!-- ", "]]>", "&lt;b&gt;", "\u{1B}[2J\u{7}", "\u{202E}gnp.exe", "\r\nHeader: x",
    "\"\u{301} onload=alert(1) x=\"\u{301}", "\u{600}<b\u{600}>bold\u{600}</b\u{600}>",
  ]
  static let all = texts.joined(separator: " ")

  @Test("a page text is escaped whatever stands beside it")
  func pageText() throws {
    for text in Self.texts {
      let page = Page(title: PageText(text), styles: [], body: 0)
      let html = try Templates.page("page", page)
      #expect(PageScanner(html).faults == [], "\(text.debugDescription)")
    }
    #expect(PageText("l'école “née”").value == "l'école “née”")
    #expect(PageText("a\u{0}b").value == "a\u{FFFD}b")
  }

  @Test("in a framework stays text")
  func framework() throws {
    let page = try FrameworkPageHTML.page(Self.rubric())
    Self.expectHarmless(page)
    #expect(page.contains("{{title}} {{{css}}}"), "what looks like a template is text")
    Self.expectPlain(FrameworkOutline.text(try Self.rubric()))
  }

  @Test("in a review stays text")
  func review() throws {
    let rubric = try Self.rubric()
    var review = MadeUpReviews.blank(rubric, .own, 2025)
    review.subject.name = Self.all
    review.note = Self.all
    var member = TeamMember()
    member.name = Self.all
    review.team = [member]
    MadeUpReviews.set(&review, "books/choice/something-for-everyone", "s3", evidence: Self.all) {
      $0.actions = [Self.all]
      $0.challenge = Self.all
    }
    let report = try ReviewReport([Scorer.score(review, rubric: rubric)])
    Self.expectHarmless(try ReviewReportHTML.page(report))
    Self.expectPlain(ReviewReportText.text(report))
  }

  @Test("in a comparison stays text")
  func comparison() throws {
    let answer = MadeUpComparison.emtss()
    let figure = try #require(answer.figures.first)
    let place = Place(code: Self.all, name: Self.all, regionCode: "E12000001", regionName: Self.all)
    let rows = figure.rows.map {
      PlaceRow(
        period: $0.period, place: place, estimate: $0.estimate, fromRest: $0.fromRest, change: nil,
        cautions: [])
    }
    let hostile = ComparisonAnswer(
      framework: .init(
        id: answer.framework.id, major: 1, title: Self.all, versions: answer.framework.versions),
      kind: answer.kind, by: .region, periods: answer.periods,
      figures: [
        FigureComparison(
          key: figure.key, title: Self.all, criteria: 1,
          points: [.init(value: 1, label: Self.all), .init(value: 4, label: "4")],
          isMoving: false, rows: rows)
      ], policies: answer.policies, sheets: 1, registry: Self.all, log: answer.log)
    Self.expectHarmless(try ComparisonPageHTML.page(hostile))
    Self.expectPlain(ComparisonText.text(hostile))
  }

  /// The made-up framework with its texts replaced.
  private static func rubric() throws -> Rubric {
    var framework = try RealFrameworks.readingWalk().framework.framework
    framework.title = all
    framework.summary = all
    framework.sources[0].title = all
    framework.sources[0].note = all
    framework.levels[0].title = all
    framework.stems[0].text = all
    framework.scales[0].value.title = all
    framework.scales[0].value.note = all
    framework.scales[0].value.points[0].label = all
    framework.criteria[0].title = all
    framework.criteria[0].code = all
    framework.criteria[0].source?.at = Located(all)
    framework.criteria[0].criteria[0].criteria[0].text = all
    framework.criteria[0].questions = [prompt("one"), prompt("two")]
    framework.criteria[0].evidence = [prompt("one")]
    addParts(to: &framework)
    return try Rubric(ResolvedFramework(framework))
  }

  /// Who, how and what must be so, with every text replaced.
  private static func addParts(to framework: inout Framework) {
    var role = Role()
    (role.id.value, role.title, role.text, role.assumed) = ("lead", all, all, all)
    role.duties = [prompt("one")]
    framework.team.roles = [role]
    var step = Step()
    (step.id.value, step.title, step.text, step.assumed) = ("visit", all, all, all)
    step.form = .init("notes")
    var stage = Stage()
    (stage.id.value, stage.title, stage.text, stage.steps) = ("stage", all, all, [step])
    framework.process.stages = [stage]
    var field = FormField()
    (field.id.value, field.title, field.help, field.assumed) = ("field", all, all, all)
    var table = field
    (table.id.value, table.kind, table.fields) = ("table", .table, [field])
    var part = field
    (part.id.value, part.kind, part.fields) = ("part", .repeated, [field])
    var form = Form()
    (form.id.value, form.title, form.text, form.fields) = ("notes", all, all, [field, table, part])
    framework.forms.append(form)
    var rule = Rule()
    (rule.id.value, rule.assert.value, rule.message) = ("rule", "'\(all)' == ''", all)
    framework.rules = [rule]
    var tool = Tool()
    (tool.id.value, tool.title, tool.purpose, tool.takes) = ("tool", all, all, [all])
    tool.steps = [prompt("one")]
    framework.tools = [tool]
    var measure = Measure()
    (measure.id.value, measure.title, measure.text, measure.unit) = ("measure", all, all, all)
    framework.measures = [measure]
    framework.criteria[0].when = .init(all)
  }

  private static func prompt(_ id: String) -> Prompt {
    var prompt = Prompt()
    prompt.id.value = id
    prompt.text = all
    return prompt
  }

  private static func expectHarmless(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let scanner = PageScanner(html)
    #expect(scanner.faults == [], sourceLocation: sourceLocation)
    #expect(scanner.structure == [], sourceLocation: sourceLocation)
    #expect(!html.unicodeScalars.contains("\u{1B}"), sourceLocation: sourceLocation)
  }

  private static func expectPlain(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let bad = text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{202E}"
    }
    #expect(bad.isEmpty, sourceLocation: sourceLocation)
  }
}
