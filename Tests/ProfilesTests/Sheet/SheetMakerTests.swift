import Diagnostics
import Documents
import Frameworks
import Rubrics
import TestSupport
import Testing

@testable import Profiles

@Suite struct SheetMakerTests {
  static let sections = """
    sections:
      - {id: one, title: One, of: [c0, c1, c2]}
      - {id: two, title: Two, of: [c3, c4, c5, c6, c7, c8, c9, c10]}
    """
  static let bothJudge = "{self: {level: area, scale: extent}, peer: {level: area, scale: extent}}"

  @Test(arguments: [
    (8, "2", "3/2"), (11, "2", "3/2"), (12, "3/2", "2"), (23, "3/2", "2"), (24, "6/5", "5/2"),
    (40, "6/5", "5/2"),
  ])
  func `a figure is the exact sum with one draw`(_ n: Int, _ epsilon: String, _ scale: String) throws {
    let rows: [[UInt8?]] = (0..<n).map { [UInt8($0 % 4)] }
    let sheet = try SheetFixtures.sheet(
      SheetFixtures.request(SheetFixtures.rubric(criteria: 1), rows), seed: 9)
    let figure = try #require(sheet.figures.first)
    var generator = SeededGenerator(seed: 9)
    let noise = DiscreteLaplace(scale: try #require(Fraction(scale)))
    let exact = rows.reduce(0) { $0 + Int($1[0] ?? 0) + 1 }
    let drawn = try #require(figure.noisy)
    #expect(drawn.sum == exact + noise.sample(using: &generator))
    #expect((figure.id, figure.title, figure.n) == ("c0", "Criterion 0", n))
    #expect((drawn.epsilon.description, drawn.scale.description) == (epsilon, scale))
    #expect((figure.points, figure.criteria, sheet.subjects, sheet.unit) == (1...4, 1, n, .criterion))
    #expect(abs(drawn.mean - Double(drawn.sum) / Double(n)) <= 5e-7)
    #expect(abs(drawn.standardError - noise.standardDeviation / Double(n)) <= 5e-7)
    #expect(abs(drawn.interval.upperBound - Double(drawn.sum + noise.reach) / Double(n)) <= 5e-7)
    #expect(abs(drawn.interval.lowerBound - Double(drawn.sum - noise.reach) / Double(n)) <= 5e-7)
  }

  /// DISCLOSURE section 5 (iv): about half a point either way; (i): standard errors 0.26 to 0.19.
  @Test func `at 8 schools the interval is half a point either way`() throws {
    let rows = [[UInt8?]](repeating: [1], count: 8)
    let figure = try #require(
      SheetFixtures.sheet(SheetFixtures.request(SheetFixtures.rubric(criteria: 1), rows)).figures.first?.noisy
    )
    #expect(figure.standardError == 0.260317)
    #expect(figure.interval.upperBound - figure.mean == 0.5)
  }

  @Test func `n counts the judged, and those below the gate are left out`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 3)
    let rows: [[UInt8?]] =
      (0..<10).map { [1, $0 < 7 ? 2 : nil, $0 < 8 ? 3 : Mark.notApplicable] } + [[nil, nil, nil]]
    let sheet = try SheetFixtures.sheet(SheetFixtures.request(rubric, rows))
    #expect(sheet.figures.map(\.id) == ["c0", "c2"])
    #expect(sheet.figures.map(\.n) == [10, 8])
    #expect(sheet.omitted == [SheetOmission(id: "c1", reason: .belowGate)])
    #expect(sheet.subjects == 10)
    #expect(sheet.framework.reference == "made-up@1.2.0")
    #expect(sheet.framework.digest == rubric.digest)
    #expect(try sheet.policy.digest == SheetFixtures.policy().digest())
  }

  @Test func `many criteria become sections`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 11, points: 0...5, rest: Self.sections)
    let rows = [[UInt8?]](repeating: Array(repeating: 3, count: 11), count: 12)
    let sheet = try SheetFixtures.sheet(SheetFixtures.request(rubric, rows))
    #expect(sheet.unit == .section)
    #expect(sheet.figures.map(\.id) == ["one", "two"])
    #expect(sheet.figures.map(\.criteria) == [3, 8])
    #expect(sheet.figures.compactMap(\.noisy).map(\.scale.description) == ["15/2", "20"])
    #expect(
      try SheetFixtures.refusal(SheetFixtures.request(rubric, Array(rows.dropLast())))?.message.contains(
        "at least 12") == true)
    let ten = try SheetFixtures.rubric(criteria: 10, points: 0...5)
    #expect(
      try SheetFixtures.sheet(SheetFixtures.request(ten, rows.map { Array($0.dropLast()) })).unit
        == .criterion)
  }

  @Test(arguments: [
    ("", "names none"), (Self.sections.replacing("c3, c4", with: "c2, c4"), "“c2” belongs to two sections"),
    ("sections:\n" + (0..<9).map { "  - {id: s\($0), title: S, of: [c\($0)]}\n" }.joined(), "9 sections"),
  ])
  func `sections that do not do are refused`(_ sections: String, _ part: String) throws {
    let rubric = try SheetFixtures.rubric(criteria: 11, rest: sections)
    let rows = [[UInt8?]](repeating: Array(repeating: 1, count: 11), count: 12)
    let failure = try #require(SheetFixtures.refusal(SheetFixtures.request(rubric, rows)))
    #expect(failure.status == .refused)
    #expect(failure.message.contains("“sections”") && failure.message.contains(part))
  }

  @Test func `self-reviews stay private where peers mark`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 1, judging: Self.bothJudge)
    let rows = [[UInt8?]](repeating: [1], count: 9)
    let failure = try #require(SheetFixtures.refusal(SheetFixtures.request(rubric, rows)))
    #expect(failure.status == .refused && failure.message.contains("“one-kind”"))
    #expect(try SheetFixtures.sheet(SheetFixtures.request(rubric, rows, kind: .peer)).kind == .peer)
    let own = try SheetFixtures.rubric(criteria: 1)
    let other = SheetRequest(
      partnership: "made-up-01", region: "E12000004", rubric: own, period: Period(startYear: 2025),
      kind: .peer,
      cohort: JudgementTable(columnCount: 0), policy: try SheetFixtures.policy())
    #expect(SheetFixtures.refusal(other)?.message.contains("“one-kind”") == true)
  }

  @Test func `names without an order have no mean`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 2, scaleKind: "nominal")
    let rows = [[UInt8?]](repeating: [1, 2], count: 9)
    let failure = try #require(SheetFixtures.refusal(SheetFixtures.request(rubric, rows)))
    #expect(failure.status == .refused && failure.message.contains("“gate”"))
  }

  @Test func `a request that cannot be`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 1)
    let rows = [[UInt8?]](repeating: [1], count: 9)
    var twice = try SheetFixtures.request(rubric, rows)
    twice.cohort.append(subject: "s3", marks: [1])
    #expect(SheetFixtures.refusal(twice)?.status == .badData)
    var other = try SheetFixtures.request(rubric, rows)
    other.cohort = SheetFixtures.cohort([[1, 2]])
    #expect(SheetFixtures.refusal(other)?.status == .badData)
    var nowhere = try SheetFixtures.request(rubric, rows)
    nowhere.region = "East Midlands"
    #expect(SheetFixtures.refusal(nowhere)?.status == .badData)
    var unnamed = try SheetFixtures.request(rubric, rows)
    unnamed.partnership = "Our Partnership"
    #expect(SheetFixtures.refusal(unnamed)?.status == .badData)
  }

  /// Marks that are no point of the scale count as not judged, and nothing traps.
  @Test func `stray marks do not count`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 1)
    let rows: [[UInt8?]] = (0..<9).map { [$0 == 0 ? 77 : 1] }
    #expect(try SheetFixtures.sheet(SheetFixtures.request(rubric, rows)).figures.first?.n == 8)
  }
}
