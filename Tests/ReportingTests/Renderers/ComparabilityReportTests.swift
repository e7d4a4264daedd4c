import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics
import TestSupport
import Testing

@testable import Reporting

@Suite("What compares, in reports")
struct ComparabilityReportTests {
  private static let library = FrameworkLibrary(folders: [Repository.root.appending(path: "Frameworks").path])
  private static let history = LibraryHistory(library)

  static let cases: [(String, @Sendable () throws -> Comparability)] = [
    ("spp", { try between("spp/1.0.0", "spp/2.0.0") }),
    ("london-south", { try between("spp/1.0.0", "london-south/1.0.0") }),
    ("made-up", { try madeUp() }),
  ]

  private static func between(_ from: String, _ to: String) throws -> Comparability {
    Comparability.between(
      try RealFrameworks.rubric("Frameworks/\(from)/framework.yaml").framework,
      try RealFrameworks.rubric("Frameworks/\(to)/framework.yaml").framework, history: history)
  }

  /// Every relation once.
  private static func madeUp() throws -> Comparability {
    func framework(_ version: String, _ points: String, _ criteria: String, _ rest: String = "") throws
      -> ResolvedFramework
    {
      try RealFrameworks.rubric(
        text: """
          schema: waymark.framework/1
          id: made-up
          version: \(version)
          title: Made up for tests
          levels: [{id: area, title: Area}]
          source: [{id: nobody, title: Nobody}]
          scales:
            steps: {points: \(points)}
            pace: {stability: moving, points: [{id: slow, value: 1}, {id: fast, value: 2}]}
            marks: {points: [{id: no, value: 0}, {id: yes, value: 1}]}
          judging: {self: {level: area, scale: steps}, peer: none}
          criteria:
          \(criteria)
          overall: none
          \(rest)

          """.utf8, name: version
      ).framework
    }
    func list(_ entries: String...) -> String {
      entries.map { "- {\($0), source: {ref: nobody}}" }.joined(separator: "\n")
    }
    let old = "[{id: low, value: 1, label: Low}, {id: mid, value: 2, label: Middling}, {id: high, value: 3}]"
    let first = try framework(
      "1.0.0", old,
      list(
        "id: ants, title: Ants, scale: marks", "id: bees, title: Bees, scale: marks",
        "id: crows, title: Crows",
        "id: ducks, title: Ducks", "id: eels, title: Eels", "id: frogs, title: Frogs",
        "id: geese, title: Geese, scale: pace", "id: hens, title: Hens"))
    let second = try framework(
      "2.0.0", "[{id: pass, value: 1, label: Pass}, {id: merit, value: 2, label: Merit}]",
      list(
        "id: ants, title: Ants, scale: marks", "id: bees, title: Busy bees, scale: marks",
        "id: crows, title: Crows", "id: mallards, title: Mallards", "id: teals, title: Teals",
        "id: pond, title: The pond", "id: geese, title: Geese, scale: pace", "id: iguanas, title: Iguanas"),
      """
      migrations:
        - from: {version: 1.0.0}
          changes:
            - {reword: bees, title: Busy bees, why: They are.}
            - {set: scales/steps, to: {points: []}, map: {low: pass, mid: pass, high: merit}, why: Two points do.}
            - {split: ducks, into: [{id: mallards}, {id: teals}], why: They swim apart.}
            - {merge: [eels, frogs], into: {id: pond}, why: They share it.}
            - {remove: hens, why: They were sold.}
            - {add: iguanas, to: criteria, why: They came.}
      """)
    return Comparability.between(first, second)
  }

  @Test("are what was last looked at", arguments: cases)
  func snapshots(_ name: String, _ found: @Sendable () throws -> Comparability) throws {
    let found = try found()
    try expectSnapshot(ComparabilityText.text(found), "comparability-\(name).txt")
    try expectSnapshot(ComparabilityJSON.value(found).prettyText() + "\n", "comparability-\(name).json")
    let page = try ComparabilityPageHTML.page(found)
    try expectSnapshot(withoutLooks(page), "comparability-\(name).html")
  }

  @Test("as text are at most 100 columns wide", arguments: cases)
  func width(_ name: String, _ found: @Sendable () throws -> Comparability) throws {
    for line in ComparabilityText.text(try found()).split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }

  @Test("show every relation with its reasons")
  func relations() throws {
    let found = try Self.madeUp()
    #expect(
      Set(found.counts.map(\.relation)) == [.same, .reworded, .rescaled, .split, .merged, .moving, .none])
    let text = ComparabilityText.text(found)
    #expect(text.contains("1 Low becomes 1 Pass; 2 Middling becomes 1 Pass; 3 becomes 2 Merit."))
    #expect(text.contains("Why: They swim apart."))
  }

  // MARK: - Reviews

  /// A made-up school under the programme's earlier model and, two years later, under its handbook.
  static func brokenTrend() throws -> ReviewReport {
    let old = try RealFrameworks.rubric("Frameworks/spp/1.0.0/framework.yaml")
    let new = try RealFrameworks.spp()
    var earlier = MadeUpReviews.blank(old, .own, 2023)
    for (path, point) in [
      ("our-impact", "excellent"), ("looking-inward", "effective"), ("looking-outward", "to-develop"),
    ] { MadeUpReviews.set(&earlier, path, point) }
    var later = MadeUpReviews.blank(new, .own, 2025)
    for (column, index) in new.columns(.own).criteria.prefix(16).enumerated() {
      MadeUpReviews.set(
        &later, new.framework.criteria[index].path, ["two", "three", "four", "fully"][column % 4])
    }
    return try ReviewReport(
      [Scorer.score(later, rubric: new)], against: Scorer.score(earlier, rubric: old), history: history)
  }

  @Test("a trend that breaks keeps the themes' names, compares nothing, and says why")
  func breaks() throws {
    let report = try Self.brokenTrend()
    let text = ReviewReportText.text(report)
    try expectSnapshot(text, "review-broken-trend.txt")
    try expectSnapshot(report.json().prettyText() + "\n", "review-broken-trend.json")
    let page = try ReviewReportHTML.page(report)
    try expectSnapshot(withoutDrawings(page), "review-broken-trend.html")
    #expect(text.contains("Since the self-review of 2023-24: not comparable"))
    #expect(text.contains("Our Impact: 3 Excellent (Self-review, 2023-24)."))
    #expect(page.contains("The trend breaks here"))
    #expect(page.contains("not comparable (new)"))
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test("a bar that cannot be compared is a gap with a few words why")
  func gaps() throws {
    let figures = ChartFigures(
      criteria: [.init("One"), .init("Two")], scale: ChartScale([.init(1, nil), .init(2, nil)]),
      series: [
        ChartSeries(name: "Now", style: .selfReview, readings: [.value(2), .value(1)]),
        ChartSeries(name: "Then", style: .earlier, readings: [.broken("split"), .value(2)]),
        ChartSeries(name: "Long ago", style: .earlier, readings: [.broken("new"), .broken("new")]),
      ])
    let bars = BarChart(caption: .init(id: "a", title: "A"), figures: figures).svg
    #expect(bars.contains("Then: not comparable (split)"))
    #expect(figures.withoutBrokenSeries.series.map(\.name) == ["Now", "Then"])
    #expect(figures.table(id: "b", caption: "B").rows[0].cells[1] == .missing("not comparable (split)"))
  }
}
