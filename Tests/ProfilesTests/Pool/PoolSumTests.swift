import Documents
import TestSupport
import Testing

@testable import Profiles

/// The noise of several regions, added up.
@Suite struct PoolSumTests {
  private let four = PoolCriterion(id: "a", title: "A", points: [1, 2, 3, 4])

  /// What regions opened: counts, or else a sum.
  @Test(arguments: [[false, false], [true, true], [true, false], [true, false, false, true, false]])
  func `intervals of sums hold the truth in about 95 of 100`(_ regions: [Bool]) throws {
    var random = SeededGenerator(seed: UInt64(regions.count))
    let exact = [11, 23, 40, 16]
    let n = exact.reduce(0, +)
    let total = zip(exact, four.points).reduce(0) { $0 + $1.0 * $1.1 }
    let truth = Double(total) / Double(n)
    var (means, counts, rounds, squares) = (0, 0, 2_000, 0.0)
    var error = 0.0
    for _ in 0..<rounds {
      let parts = try regions.enumerated().map { index, tellsCounts in
        let scale = try #require(Fraction(tellsCounts ? 2 : 3))
        let laplace = DiscreteLaplace(scale: scale)
        func noise() -> Int { laplace.sample(using: &random) + laplace.sample(using: &random) }
        let opened: PoolFigure.Opened =
          tellsCounts ? .counts(exact.map { $0 + noise() }) : .sum(total + noise())
        let figure = try #require(
          PoolFigure(four, n: n, partnerships: 5, opened: opened, epsilon: Fraction(1)!, scale: scale))
        return PoolSum.Part(region: "E1200000\(index)", figure: figure, cautions: [])
      }
      let sum = try #require(PoolSum.Figure(four, parts))
      #expect(sum.n == n * regions.count && sum.partnerships == 5 * regions.count)
      if sum.interval.contains(truth) { means += 1 }
      squares += (sum.mean - truth) * (sum.mean - truth)
      error = sum.standardError
      #expect((sum.counts != nil) == regions.allSatisfy(\.self))
      if let told = sum.counts, let reach = sum.countReach,
        Double(abs(told[2] - exact[2] * regions.count)) <= reach
      {
        counts += 1
      }
    }
    #expect((0.935...0.975).contains(Double(means) / Double(rounds)), "\(means)")
    #expect(abs((squares / Double(rounds)).squareRoot() / error - 1) < 0.06)
    if regions.allSatisfy(\.self) {
      #expect((0.935...0.985).contains(Double(counts) / Double(rounds)), "\(counts)")
    }
    rounds = 0
  }

  @Test func `one region alone keeps its own interval`() throws {
    for opened in [PoolFigure.Opened.sum(230), .counts([9, 30, 35, 17])] {
      let scale = Fraction(3)!
      let figure = try #require(
        PoolFigure(four, n: 90, partnerships: 5, opened: opened, epsilon: Fraction(1)!, scale: scale))
      let sum = try #require(
        PoolSum.Figure(four, [PoolSum.Part(region: "E12000001", figure: figure, cautions: [])]))
      #expect(PoolNoise.rounded(sum.mean) == figure.mean)
      #expect(PoolNoise.rounded(sum.interval.lowerBound) == figure.interval.lowerBound)
      #expect(PoolNoise.rounded(sum.interval.upperBound) == figure.interval.upperBound)
      #expect(sum.countReach == figure.countReach.map(Double.init))
    }
  }
}
