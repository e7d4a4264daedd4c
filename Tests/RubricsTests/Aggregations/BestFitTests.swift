import Frameworks
import Rubrics
import Testing

/// The rule for marked statements, on three points with two, four and three statements: `a1 a2 b1 b2 b3 b4 c1
/// c2 c3`.
@Suite struct BestFitTests {
  struct Case: Sendable {
    let marked: String
    let point: UInt8?
    let why: String
  }

  static let cases: [Case] = [
    Case(marked: "a1", point: 0, why: "half of the lowest"),
    Case(marked: "a1 a2 b1 b2", point: 1, why: "half at each point up to it"),
    Case(marked: "a1 a2 b1", point: 0, why: "a quarter of the next is too little"),
    Case(marked: "b1 b2", point: 1, why: "marks further up stand for those below"),
    Case(marked: "c1 c2", point: 2, why: "also over two points"),
    Case(marked: "a1 a2 b1 c1 c2", point: 2, why: "three marked at the middle or above, of its four"),
    Case(marked: "a1 a2 b1 c1", point: 0, why: "half of neither"),
    Case(marked: "b1 c1", point: nil, why: "half of nothing"),
    Case(marked: "a1 a2 b1 b2 b3 b4 c1 c2 c3", point: 2, why: "everything"),
  ]

  @Test(arguments: cases)
  func suggests(_ expected: Case) throws {
    let suggestion = try suggestion([2, 4, 3], marked: expected.marked)
    #expect(suggestion?.point == expected.point, "\(expected.why)")
  }

  @Test func aPointBelowSpeaksAgainstWhatRestsOnLittle() throws {
    let suggestion = try suggestion([1, 6, 2], marked: "a1 c1 c2")
    #expect(suggestion?.point == 0)
    #expect(suggestion?.support.map(\.marked) == [1, 0, 2])
    #expect(suggestion?.support.map(\.of) == [1, 6, 2])
  }

  @Test func pointsWithoutStatementsAreNotInTheWay() throws {
    #expect(try suggestion([2, 0, 2], marked: "a1 c1")?.point == 2)
    #expect(try suggestion([2, 0, 4], marked: "a1 c1")?.point == 0)
  }

  @Test func nothingMarkedSuggestsNothing() throws {
    #expect(try suggestion([2, 0, 0], marked: "") == nil)
    #expect(try suggestion([2, 0, 0], marked: "elsewhere") == nil)
    #expect(try suggestion([0, 0, 0], marked: "a1") == nil)
  }

  /// The frameworks' own statements: whoever marks all of one level, or all up to it, is told that level.
  @Test func allOfALevelSuggestsThatLevel() throws {
    let rubric = try TestFrameworks.emtss()
    for criterion in rubric.framework.criteria {
      let statements = criterion.criterion.statements
      for (code, point) in rubric.scales[0].scale.points.enumerated() {
        let own = statements.filter { $0.at == point.id }
        let upTo = statements.filter { (rubric.scales[0].code(of: $0.at.value) ?? .max) <= UInt8(code) }
        for marked in [own, upTo] {
          let suggestion = Aggregations.BestFit.suggestion(
            on: rubric.scales[0], statements: statements, marked: marked.map(\.id.value))
          #expect(suggestion?.point == UInt8(code), "\(criterion.path) \(point.id.value)")
        }
      }
    }
  }

  /// - Parameter counts: how many statements each of the three points has.
  private func suggestion(_ counts: [Int], marked: String) throws -> BestFitSuggestion? {
    let rubric = try TestFrameworks.described(counts)
    return Aggregations.BestFit.suggestion(
      on: rubric.scales[0], statements: rubric.framework.criteria[0].criterion.statements,
      marked: marked.split(separator: " ").map(String.init))
  }
}
