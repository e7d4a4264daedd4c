import Frameworks
import Reviews
import Rubrics
import TestSupport
import Testing

@Suite struct TableScoreTests {
  /// The hot path against the plain way, mark by mark.
  @Test(arguments: [2, 6, 30, 31, 40])
  func agreesWithTalliesOneByOne(points: Int) throws {
    let rubric = try TestFrameworks.small(criteria: 23, points: points)
    var generator = SeededGenerator(seed: UInt64(points))
    let table = table(rubric, rows: 200, points: points, &generator)
    let groups = [
      ColumnGroup(id: "front", title: "Front", columns: Array(0..<9)),
      ColumnGroup(id: "scattered", title: "Scattered", columns: [22, 3, 9, 10, 3]),
      ColumnGroup(id: "back", title: "Back", columns: Array(9..<23)),
    ]
    let score = TableScore(rubric: rubric, kind: .own, table: table, groups: groups)
    #expect(score.groups.map(\.columns) == [Array(0..<9), [3, 9, 10, 22], Array(9..<23)])
    for row in 0..<table.rowCount {
      for (place, group) in score.groups.enumerated() {
        let tally = Tally(pointCount: points, of: group.columns.map { table[row, $0] })
        let figures = score[row: row, group: place]
        #expect(figures.lower == tally.middle?.lower ?? Mark.missing)
        #expect(figures.upper == tally.middle?.upper ?? Mark.missing)
        #expect((Int(figures.answered), Int(figures.applicable)) == (tally.answered, tally.applicable))
      }
    }
    for column in 0..<23 {
      #expect(
        score.tally(column: column) == Tally(pointCount: points, of: (0..<200).map { table[$0, column] }))
    }
    for place in groups.indices {
      let all = (0..<200).flatMap { row in score.groups[place].columns.map { table[row, $0] } }
      #expect(score.tally(group: place) == Tally(pointCount: points, of: all))
      #expect(score.median(group: place).tally.answered == score.tally(group: place).answered)
    }
  }

  @Test func groupsOfMoreThan255CriteriaCountToo() throws {
    let rubric = try TestFrameworks.small(criteria: 300, points: 3)
    var table = JudgementTable(columnCount: 300)
    table.append(subject: "made-up-one", marks: [UInt8](repeating: 2, count: 300))
    table.append(subject: "made-up-two", marks: [UInt8](repeating: Mark.notApplicable, count: 299) + [1])
    let score = TableScore(rubric: rubric, kind: .own, table: table)
    #expect((score[row: 0, group: 0].lower, score[row: 0, group: 0].answered) == (2, 300))
    #expect((score[row: 1, group: 0].upper, score[row: 1, group: 0].applicable) == (1, 1))
  }

  @Test func sectionsAreTheGroupsAndElseTheTop() throws {
    #expect(
      try TestFrameworks.spp().groups(.own).map(\.columns.count) == [16, 20, 19, 16])
    #expect(try TestFrameworks.emtss().groups(.own).map(\.columns) == [[0], [1], [2], [3], [4]])
    #expect(try TestFrameworks.emtss().groups(.peer).isEmpty)
    #expect(try TestFrameworks.threeLevels().groups(.peer).map(\.id) == ["books", "talk-and-home"])
  }

  @Test func columnsOnAnotherScaleStayOutOfAGroup() throws {
    let rubric = try TestFrameworks.threeLevels()
    let empty = JudgementTable(columnCount: rubric.columns(.own).count)
    let score = TableScore(rubric: rubric, kind: .own, table: empty)
    #expect(score.groups.map(\.columns.count) == [4, 6])
    #expect(score.groupScales.map(\.id) == ["steps", "steps"])
    #expect(score.rowCount == 0)
    #expect(score.median(column: 0).shortfall == .nothingJudged)
  }

  @Test func aMedianNeedsTheFrameworksShare() throws {
    let rubric = try TestFrameworks.small(criteria: 4)
    var table = JudgementTable(columnCount: 4)
    table.append(subject: "made-up-one", marks: [1, Mark.missing, Mark.missing, Mark.notApplicable])
    table.append(subject: "made-up-two", marks: [1, 2, Mark.missing, Mark.notReviewed])
    let score = TableScore(rubric: rubric, kind: .own, table: table)
    #expect(score[row: 0, group: 0].median() == nil)
    #expect(score[row: 0, group: 0].median(answered: 0.3) == .point(1))
    #expect(score[row: 1, group: 0].median() == .between(1, 2))
  }

  @Test func oneReviewInATableScoresAsItDoesAlone() throws {
    let rubric = try TestFrameworks.small(criteria: 5, aggregate: "median")
    let review = try TestFrameworks.answers(["p3", "p0", "not-applicable", "p2", nil])
    let score = TableScore(rubric: rubric, kind: .own, table: rubric.table(of: [review], kind: .own))
    #expect(score.subjects == ["made-up-school"])
    #expect(
      score[row: 0, group: 0].median()
        == Scorer.score(review, rubric: rubric).criterion("all")?.aggregate?.value)
  }

  private func table(
    _ rubric: Rubric, rows: Int, points: Int, _ generator: inout SeededGenerator
  ) -> JudgementTable {
    let reserved = [Mark.missing, Mark.notApplicable, Mark.notReviewed, 249]
    var table = JudgementTable(columnCount: rubric.columns(.own).count)
    for row in 0..<rows {
      table.append(
        subject: "made-up-\(row)",
        marks: (0..<table.columnCount).map { _ in
          Int.random(in: 0..<4, using: &generator) == 0
            ? reserved[Int.random(in: 0..<4, using: &generator)]
            : UInt8.random(in: 0..<UInt8(points), using: &generator)
        })
    }
    return table
  }
}
