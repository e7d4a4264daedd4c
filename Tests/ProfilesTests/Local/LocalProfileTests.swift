import Documents
import TestSupport
import Testing

@testable import Profiles

/// A partnership's exact figures beside its region's.
@Suite struct LocalProfileTests {
  static func regional(
    _ interval: ClosedRange<Double>, id: String = "c0", points: ClosedRange<Int> = 1...4, counts: [Int]? = nil
  ) -> RegionalFigure {
    RegionalFigure(
      unit: .criterion, id: id, points: points, place: "East Midlands", source: .pool, partnerships: 6,
      subjects: 80, mean: (interval.lowerBound + interval.upperBound) / 2, interval: interval, counts: counts)
  }

  /// Five schools with 1, 2, 2, 3 and 4 on the first criterion; fewer than any sheet would publish.
  static func profile(_ regional: [RegionalFigure]) throws -> LocalProfile {
    LocalProfile(
      partnership: "Made-up Hills", rubric: try SheetFixtures.rubric(criteria: 2), kind: .own,
      period: try #require(Period("2025-26")),
      table: SheetFixtures.cohort([[0, 1], [1, nil], [1, nil], [2, nil], [3, 3]]), regional: regional)
  }

  @Test func ownFiguresAreExact() throws {
    let figure = try Self.profile([]).criteria[0]
    #expect(figure.n == 5 && figure.mean == 2.4 && figure.spread.tally.points == [1, 2, 1, 1])
    #expect(try Self.profile([]).criteria[1].n == 2 && Self.profile([]).compared.isEmpty)
  }

  @Test(arguments: [
    (2.5...3.0, Verdict.below), (2.0...2.3, .above), (2.0...2.4, .noClearDifference),
    (2.4...3.1, .noClearDifference), (1.9...2.9, .noClearDifference),
  ])
  func aWordIsSaidOnlyOutsideTheInterval(_ interval: ClosedRange<Double>, _ verdict: Verdict) throws {
    let figure = try Self.profile([Self.regional(interval)]).criteria[0]
    #expect(try figure.verdict(beside: #require(figure.beside.first)) == verdict)
  }

  /// Another scale or another criterion is no comparison.
  @Test func otherThingsStandNowhere() throws {
    let profile = try Self.profile([
      Self.regional(2...3, id: "c7"), Self.regional(2...3, points: 0...5), Self.regional(2...3, id: "c1"),
    ])
    #expect(profile.compared.map(\.id) == ["c1"])
  }

  @Test func noisyCountsAreSharesThatAreNotNegative() {
    #expect(Self.regional(2...3, counts: [-3, 20, 50, 30]).shares == [0, 20, 50, 30])
    #expect(Self.regional(2...3, counts: [0, -2, -1, 0]).shares == nil)
  }
}
