import Foundation
import Profiles
import Registries
import StoreContract
import TestSupport
import Testing

/// The numbers of a comparison, held against the sheet's own and against draws.
@Suite struct EstimateTests {
  private func figure(_ sum: Int, n: Int = 10, criteria: Int = 1, epsilon: String = "2") throws -> SheetFigure
  {
    var figure = MadeUpSheet.Figure("beds", title: "Beds", sum: sum)
    (figure.n, figure.criteria, figure.epsilon) = (n, criteria, epsilon)
    return try figure.figure()
  }

  private func estimate(_ sum: Int, n: Int = 10, epsilon: String = "2") throws -> Estimate {
    try #require(Estimate(figure(sum, n: n, epsilon: epsilon)))
  }

  private func rounded(_ value: Double) -> Double { (value * 1e6 + 0.5).rounded(.down) / 1e6 }

  @Test(arguments: [-7, 0, 1, 25, 63], [(8, 1, "2"), (13, 1, "3/2"), (24, 6, "6/5"), (128, 1, "6/5")])
  func oneSheetKeepsItsOwnNumbers(sum: Int, parts: (Int, Int, String)) throws {
    let figure = try figure(sum, n: parts.0, criteria: parts.1, epsilon: parts.2)
    let estimate = try #require(Estimate(figure))
    let noisy = try #require(figure.noisy)
    #expect(rounded(estimate.mean) == noisy.mean)
    #expect(rounded(estimate.interval.lowerBound) == noisy.interval.lowerBound)
    #expect(rounded(estimate.interval.upperBound) == noisy.interval.upperBound)
    #expect(abs(estimate.standardError - noisy.standardError) < 1e-6)
    #expect(estimate.partnerships == 1)
    #expect(estimate.subjects == parts.0)
  }

  @Test func sumsAddUp() throws {
    let (one, two) = (try estimate(20, n: 8), try estimate(60, n: 24, epsilon: "6/5"))
    let both = one + two
    #expect(both.mean == 80.0 / 32)
    #expect(both.partnerships == 2)
    #expect(both.subjects == 32)
    // The variance of discrete Laplace noise of scale t is 2q / (1 - q)^2 with q = exp(-1 / t).
    func variance(_ scale: Double) -> Double { 2 * exp(-1 / scale) / pow(1 - exp(-1 / scale), 2) }
    let error = (variance(1.5) + variance(2.5)).squareRoot() / 32
    #expect(abs(both.standardError - error) < 1e-9)
    #expect(abs(both.interval.upperBound - (2.5 + 1.96 * error + 0.5 / 32)) < 1e-9)
    #expect(abs(both.interval.lowerBound - (2.5 - 1.96 * error - 0.5 / 32)) < 1e-9)
    #expect(.empty + one == one)
    #expect(one + .empty == one)
  }

  /// Intervals of sums and of differences hold the truth about as often as they say.
  @Test func intervalsCoverTheTruth() throws {
    var generator = SeededGenerator(seed: 2026)
    let draws = 4_000
    var (sums, differences, mixed) = (0, 0, 0)
    let noise = DiscreteLaplace(scale: try #require(figure(0).noisy).scale)
    for _ in 0..<draws {
      let sheets = try (0..<6).map { _ in
        try estimate(25 + noise.sample(using: &generator))
      }
      let region = sheets[0] + sheets[1] + sheets[2]
      let rest = sheets[3] + sheets[4] + sheets[5]
      if region.interval.contains(2.5) { sums += 1 }
      if Difference(sheets[0], less: sheets[1]).verdict == .noClearDifference { differences += 1 }
      if Difference(sheets[0], less: rest).verdict == .noClearDifference { mixed += 1 }
    }
    for covered in [sums, differences, mixed] {
      #expect((0.94...0.985).contains(Double(covered) / Double(draws)), "\(covered) of \(draws)")
    }
  }

  @Test func verdictsFollowTheInterval() throws {
    let (low, high) = (
      try estimate(10, n: 100, epsilon: "6/5"), try estimate(380, n: 100, epsilon: "6/5")
    )
    #expect(Difference(high, less: low).verdict == .above)
    #expect(Difference(low, less: high).verdict == .below)
    #expect(Difference(low, less: low).verdict == .noClearDifference)
    #expect(Difference(high, less: low).value == 3.8 - 0.1)
  }
}
