import Foundation
import TestSupport
import Testing

@testable import Profiles

/// The sampler and what is said of it (DISCLOSURE section 5 (v) 2).
@Suite struct DiscreteLaplaceTests {
  static func noise(_ scale: String) throws -> DiscreteLaplace {
    DiscreteLaplace(scale: try #require(Fraction(scale)))
  }

  /// The scales of the default policy on four points, with the study's standard deviations.
  @Test(arguments: [("3/2", 2.08), ("2", 2.80), ("5/2", 3.51)])
  func `200,000 draws from the system have the right spread and no lean`(_ scale: String, _ studied: Double)
    throws
  {
    let noise = try Self.noise(scale)
    let reach = noise.reach
    var generator = SystemRandomNumberGenerator()
    // A right sampler fails the mean's bound once in 5,000 tries, so it may try twice.
    var isRight = false
    for _ in 0..<2 where !isRight {
      var (sum, squares, within) = (0, 0, 0)
      let count = 200_000
      for _ in 0..<count {
        let draw = noise.sample(using: &generator)
        sum += draw
        squares += draw * draw
        if abs(draw) <= reach { within += 1 }
      }
      let mean = Double(sum) / Double(count)
      let deviation = (Double(squares) / Double(count) - mean * mean).squareRoot()
      let share = Double(within) / Double(count)
      isRight =
        abs(mean) <= 0.03 && abs(deviation / studied - 1) <= 0.02
        && abs(deviation / noise.standardDeviation - 1) <= 0.02 && (0.94...0.98).contains(share)
    }
    #expect(isRight)
  }

  @Test(arguments: ["3/2", "2", "5/2", "10/3", "25/6", "95/2", "1/4"])
  func `draws follow the exact probabilities`(_ scale: String) throws {
    let noise = try Self.noise(scale)
    var generator = SeededGenerator(seed: 2020)
    let count = 60_000
    var seen: [Int: Int] = [:]
    for _ in 0..<count { seen[noise.sample(using: &generator), default: 0] += 1 }
    var statistic = 0.0
    var bins = 0
    var (restExpected, restSeen) = (Double(count), count)
    for outcome in -400...400 {
      let expected = noise.probability(of: outcome) * Double(count)
      guard expected >= 10 else { continue }
      let found = seen[outcome] ?? 0
      statistic += pow(Double(found) - expected, 2) / expected
      restExpected -= expected
      restSeen -= found
      bins += 1
    }
    if restExpected > 1 {
      statistic += pow(Double(restSeen) - restExpected, 2) / restExpected
      bins += 1
    }
    // Wilson and Hilferty: the cube root of a chi-square over its degrees of freedom is nearly normal.
    let freedom = Double(bins - 1)
    let normal =
      (pow(statistic / freedom, 1 / 3.0) - (1 - 2 / (9 * freedom))) / (2 / (9 * freedom)).squareRoot()
    #expect(normal < 3.7, "\(statistic) at \(freedom) degrees of freedom")
  }

  @Test(arguments: ["1/300", "1/4", "1", "3/2", "25/6", "237", "100000", "20000000000"])
  func `figures agree with their formulas`(_ text: String) throws {
    let noise = try Self.noise(text)
    let rate = 1 / noise.scale.approximation
    let fall = -expm1(-rate)
    let q = exp(-rate)
    #expect(abs(noise.standardDeviation - (2 * q).squareRoot() / fall) <= 1e-12 * noise.standardDeviation)
    func outside(_ reach: Int) -> Double { 2 * exp(-rate * Double(reach + 1)) / (1 + q) }
    #expect(outside(noise.reach) <= 0.05 + 1e-12)
    #expect(noise.reach == 0 || outside(noise.reach - 1) > 0.05 - 1e-12)
    for outcome in [0, 1, -1, 7, -40] {
      let exact = fall / (1 + q) * exp(-rate * Double(abs(outcome)))
      #expect(abs(noise.probability(of: outcome) - exact) <= 1e-12)
    }
  }

  @Test func `probabilities add up to one`() throws {
    let noise = try Self.noise("25/6")
    let total = (-300...300).reduce(0) { $0 + noise.probability(of: $1) }
    #expect(abs(total - 1) < 1e-12)
  }

  /// Generators at both ends of their range, and scales at both ends of 64 bits: slow or extreme, never a
  /// trap.
  @Test func `extremes do not trap`() throws {
    for scale in [Fraction(.max), Fraction(1, over: .max), Fraction(.max, over: .max - 1)] {
      let noise = DiscreteLaplace(scale: try #require(scale))
      var generator = SeededGenerator(seed: 3)
      for _ in 0..<200 { #expect(abs(noise.sample(using: &generator)) <= DiscreteLaplace.bound) }
    }
  }
}
