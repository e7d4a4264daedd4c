import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics
import Testing

/// What a framework's rules make of reviews, and what they leave to be counted.
@Suite struct RulesInScoresTests {
  private static let framework = """
    schema: waymark.framework/1
    id: rules-made-up
    version: 1.0.0
    title: Made up for tests
    levels: [{id: area, title: Area}]
    scales:
      steps:
        points: [{id: low, value: 1}, {id: middle, value: 2}, {id: high, value: 3}]
    judging:
      self: {level: area, scale: steps}
      peer: none
    criteria:
      - {id: reading, title: Reading}
      - {id: writing, title: Writing}
      - {id: boarding, title: Boarding, when: subject.boards}
    overall:
      aggregate: median
      bands: [{id: early, title: Early days, from: 1}, {id: well, title: Well on the way, from: 2}]
    facts: [{id: boards, title: Has boarders}]
    coverage:
      must: [{atLeast: 2, level: area}]
    evidenceRequired: [{level: area, from: high, strength: should}]
    measures: [{id: attendance, title: Attendance, unit: per cent}]
    trends:
      - id: direction
        title: Direction
        of: measures.attendance
        categories: [{id: down, title: Down}, {id: steady, title: Steady, from: -1}, {id: up, title: Up, from: 1}]
    signals:
      - {id: falling, title: Attendance falls, when: trends.direction == "down"}
      - {id: twice, title: It fell before, when: signals.falling && previous(signals.falling)}
    rules:
      - {id: no-fall, assert: 'j["reading"].value >= previous(j["reading"].value)', message: Reading should not fall.}
      - {id: ratio, assert: '6 / (j["writing"].value - 1) > 2', message: A rule that may divide by nothing.}
    """

  private func review(
    _ judgements: String, boards: Bool = false, attendance: Double? = nil, date: String = "2026-01-10"
  ) throws -> Review {
    try TestFrameworks.review(
      """
      schema: waymark.review/1
      framework: {id: rules-made-up, version: 1.0.0}
      kind: self
      subject: {id: made-up-school, facts: {boards: \(boards)}}
      date: \(date)
      \(attendance.map { "measures: {attendance: \($0)}" } ?? "note: made up")
      judgements: {\(judgements)}

      """)
  }

  private func score(_ review: Review, earlier: [Review] = []) throws -> ScoredReview {
    Scorer.score(
      RuleSituation(review, earlier: earlier), rubric: try TestFrameworks.rubric(Self.framework))
  }

  private func result(_ id: String, _ score: ScoredReview) -> RuleOutcome.Result? {
    score.findings?.outcomes.first { $0.rule.id == id }?.result
  }

  @Test func `a hidden answer is kept and leaves every count`() throws {
    let judgements =
      "reading: {point: low}, writing: {point: middle}, boarding: {point: high, evidence: made up}"
    let day = try score(review(judgements))
    #expect(day.criterion("boarding")?.mark == .hidden)
    #expect(day.criterion("boarding")?.judgement?.point?.value == "high")
    #expect((day.coverage.answered, day.coverage.judged, day.coverage.hidden) == (2, 2, 1))
    #expect(try day.overall().tally.points == [1, 1, 0])
    #expect(day.findings?.answeredHidden == ["boarding"])
    let boarding = try score(review(judgements, boards: true))
    #expect(boarding.criterion("boarding")?.mark == .point(2))
    #expect((boarding.coverage.answered, boarding.coverage.judged) == (3, 3))
    #expect(boarding.findings?.hidden == [])
    // The table of many reviews counts as the single score does.
    let rubric = try TestFrameworks.rubric(Self.framework)
    #expect(rubric.marks(of: try review(judgements)) == day.marks)
  }

  @Test func `a band names the figure`() throws {
    let score = try score(review("reading: {point: middle}, writing: {point: high, evidence: made up}"))
    #expect(try score.overall().band?.id.value == "well")
    #expect(try score.overall().text == "between 2 and 3 (Well on the way)")
    let low = try self.score(review("reading: {point: low}, writing: {point: low}"))
    #expect(try low.overall().band?.id.value == "early")
  }

  @Test func `coverage and evidence are asked`() throws {
    let thin = try score(review("reading: {point: high}"))
    #expect(result("coverage-must-1", thin) == .broken(found: 1))
    #expect(
      thin.findings?.broken.map(\.rule.criterion) == [nil, "reading"]
        && result("evidence-1", thin) == .broken(found: nil))
    let full = try score(review("reading: {point: high, evidence: made up}, writing: {point: low}"))
    #expect(result("coverage-must-1", full) == .held)
    #expect(full.findings?.outcomes.first { $0.rule.criterion == "reading" }?.result == .held)
    #expect(full.findings?.outcomes.first { $0.rule.criterion == "writing" }?.result == .notAsked)
  }

  @Test func `what is not there makes a rule not evaluable, and is no mistake`() throws {
    let now = try review("reading: {point: middle}, writing: {point: not-applicable}")
    let alone = try score(now)
    #expect(result("no-fall", alone) == .notEvaluable("there is no earlier review"))
    #expect(result("ratio", alone) == .notEvaluable("“Writing” does not apply here"))
    let fell = try score(now, earlier: [review("reading: {point: high}", date: "2025-01-10")])
    #expect(result("no-fall", fell) == .broken(found: nil))
    let rose = try score(now, earlier: [review("reading: {point: low}", date: "2025-01-10")])
    #expect(result("no-fall", rose) == .held)
  }

  @Test func `a rule that fails leaves the rest alone`() throws {
    let score = try score(review("reading: {point: low}, writing: {point: low}"))
    guard case .failed? = result("ratio", score) else {
      Issue.record("\(String(describing: result("ratio", score)))")
      return
    }
    #expect(result("coverage-must-1", score) == .held)
    #expect(try score.overall().value == .point(0))
  }

  @Test func `trends and signals follow one another through the years`() throws {
    let years = try [95.0, 93.5, 90.0].enumerated().map { index, attendance in
      try review("reading: {point: low}", attendance: attendance, date: "202\(4 + index)-01-10")
    }
    let last = try score(years[2], earlier: Array(years[..<2]))
    #expect(last.findings?.trends.map(\.result) == [.moved(category: 0, by: -3.5)])
    #expect(last.findings?.signals.map(\.result) == [.holds, .holds])
    let second = try score(years[1], earlier: [years[0]])
    #expect(second.findings?.signals.map(\.result) == [.holds, .notEvaluable("“Direction” is not given")])
    let first = try score(years[0])
    #expect(first.findings?.trends.map(\.result) == [.notEvaluable("there is no earlier review")])
  }
}
