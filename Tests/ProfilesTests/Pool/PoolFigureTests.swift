import Documents
import Foundation
import TestSupport
import Testing

@testable import Profiles

@Suite struct PoolFigureTests {
  private let four = PoolCriterion(id: "a", title: "A", points: [1, 2, 3, 4])

  /// By adding up the distribution of one draw with itself.
  @Test(arguments: [1, 2, 3, 5] as [UInt64])
  func `the reach of both registries' noise is exact`(scale: UInt64) throws {
    let fraction = try #require(Fraction(scale))
    let laplace = DiscreteLaplace(scale: fraction)
    let span = -400...400
    let one = span.map { laplace.probability(of: $0) }
    func both(_ y: Int) -> Double {
      span.reduce(0.0) { sum, x in
        let other = y - x
        return span.contains(other) ? sum + one[x + 400] * one[other + 400] : sum
      }
    }
    let reach = PoolNoise(scale: fraction).reach
    let within = (-reach...reach).reduce(0.0) { $0 + both($1) }
    let inner = ((1 - reach)...(reach - 1)).reduce(0.0) { $0 + both($1) }
    #expect(within >= 0.95 && inner < 0.95)
    let variance = (-200...200).reduce(0.0) { $0 + Double($1 * $1) * both($1) }
    #expect(abs(variance - PoolNoise(scale: fraction).variance) < 1e-6 * variance)
  }

  /// The study's figures (section 5 (ii)).
  @Test func `errors are those of the study`() throws {
    func figure(_ n: Int, _ opened: PoolFigure.Opened, points: [Int]) throws -> PoolFigure {
      let scale = try #require(Fraction(opened.isSum ? UInt64(points.count - 1) : 2))
      return try #require(
        PoolFigure(
          PoolCriterion(id: "a", title: "A", points: points), n: n, partnerships: 5, opened: opened,
          epsilon: Fraction(1)!, scale: scale))
    }
    let six = Array(0...5)
    #expect(abs(try figure(40, .sum(100), points: [1, 2, 3, 4]).standardError - 0.15) < 0.005)
    #expect(abs(try figure(79, .sum(200), points: [1, 2, 3, 4]).standardError - 0.08) < 0.005)
    #expect(abs(try figure(40, .sum(100), points: six).standardError - 0.25) < 0.005)
    #expect(
      abs(try figure(80, .counts([20, 20, 20, 20]), points: [1, 2, 3, 4]).standardError - 0.11) < 0.005)
    #expect(
      abs(try figure(240, .counts([60, 60, 60, 60]), points: [1, 2, 3, 4]).standardError - 0.04) < 0.005)
    #expect(abs(try figure(80, .counts([10, 10, 20, 20, 10, 10]), points: six).standardError - 0.21) < 0.005)
    // A share's standard error: 5 points at 80 schools.
    #expect(abs(PoolNoise(scale: Fraction(2)!).variance.squareRoot() / 80 - 0.05) < 0.003)
  }

  @Test func `intervals hold the truth in about 95 of 100`() throws {
    var random = SeededGenerator(seed: 4)
    for (isSum, scale) in [(true, Fraction(3)!), (false, Fraction(2)!)] {
      let laplace = DiscreteLaplace(scale: scale)
      let exact = [11, 23, 40, 16]
      let n = exact.reduce(0, +)
      let total = zip(exact, four.points).reduce(0) { $0 + $1.0 * $1.1 }
      let truth = Double(total) / Double(n)
      var (held, rounds) = (0, 4_000)
      for _ in 0..<rounds {
        func noise() -> Int { laplace.sample(using: &random) + laplace.sample(using: &random) }
        let opened: PoolFigure.Opened =
          isSum ? .sum(total + noise()) : .counts(exact.map { $0 + noise() })
        let figure = try #require(
          PoolFigure(four, n: n, partnerships: 5, opened: opened, epsilon: Fraction(1)!, scale: scale))
        if figure.interval.contains(truth) { held += 1 }
      }
      #expect((0.935...0.985).contains(Double(held) / Double(rounds)), "\(isSum): \(held)")
      rounds = 0
    }
  }

  @Test func `gates count partnerships, subjects and the largest share exactly`() {
    let gate = PoolGate(PoolTerms())
    #expect(gate.release(of: [10, 10, 10, 10]) == .withheld(.fewPartnerships))
    #expect(gate.release(of: [10, 10, 10, 9, 0]) == .withheld(.fewPartnerships))
    #expect(gate.release(of: [8, 8, 8, 8, 7]) == .withheld(.fewSubjects))
    #expect(gate.release(of: [8, 8, 8, 8, 8]) == .mean)
    #expect(gate.release(of: [16, 6, 6, 6, 6]) == .mean, "exactly two fifths is not above")
    #expect(gate.release(of: [17, 6, 6, 6, 6]) == .withheld(.dominated))
    #expect(gate.release(of: [16, 16, 16, 16, 15]) == .mean)
    #expect(gate.release(of: [16, 16, 16, 16, 16]) == .distribution)
    #expect(gate.release(of: []) == .withheld(.fewPartnerships))
  }

  @Test func `sums that no noise could have made are refused`() {
    let scale = Fraction(3)!
    for sum in [-400, 600] {
      #expect(
        PoolFigure(four, n: 50, partnerships: 5, opened: .sum(sum), epsilon: Fraction(1)!, scale: scale)
          == nil)
    }
    #expect(
      PoolFigure(
        four, n: 90, partnerships: 5, opened: .counts([1, 2, 3]), epsilon: Fraction(1)!, scale: Fraction(2)!)
        == nil)
  }
}

extension PoolFigure.Opened {
  fileprivate var isSum: Bool { if case .sum = self { true } else { false } }
}
