import Foundation
import TestSupport
import Testing

@testable import Profiles

/// The attackers' arithmetic against the plainest way of working it out.
@Suite struct ReleaseAttackTests {
  static let model = PopulationModel(points: 3, offset: 0.2)

  /// Every assignment of points to the schools, one by one.
  static func brute(
    _ figure: PublishedFigure, known: [Int], likelihood: (_ counts: [Int]) -> Double
  ) -> Belief {
    let unknown = figure.n - 1 - known.reduce(0, +)
    var found = [Double](repeating: 0, count: 3)
    for code in 0..<Int(pow(3, Double(unknown + 1))) {
      let points = (0...unknown).map { code / Int(pow(3, Double($0))) % 3 }
      var counts = known
      for point in points { counts[point] += 1 }
      for (weight, chances) in zip(model.weights(known: known), model.chances) {
        found[points[0]] += likelihood(counts) * points.reduce(weight) { $0 * chances[$1] }
      }
    }
    return Belief(weights: found)
  }

  static func expectNear(_ one: Belief?, _ other: Belief) throws {
    let one = try #require(one)
    #expect(zip(one.chances, other.chances).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test(arguments: [[0, 0, 0], [1, 0, 0], [0, 2, 1], [1, 2, 1]])
  func `noisy sums, noisy counts and plain functions`(_ known: [Int]) throws {
    let scale = try #require(Fraction(3, over: 2))
    let noise = DiscreteLaplace(scale: scale)
    let sum = PublishedFigure(n: 5, values: [1, 2, 4], mechanism: .noisySum(scale: scale))
    try Self.expectNear(
      try #require(ReleaseAttack(sum, model: Self.model)).beliefs(after: .sum(9), known: known)?.after,
      Self.brute(sum, known: known) { noise.probability(of: 9 - sum.sum(of: $0)) })
    let counts = PublishedFigure(n: 5, values: [1, 2, 4], mechanism: .noisyCounts(scale: scale))
    try Self.expectNear(
      try #require(ReleaseAttack(counts, model: Self.model)).beliefs(
        after: .counts([2, -1, 5]), known: known)?
        .after,
      Self.brute(counts, known: known) {
        zip([2, -1, 5], $0).reduce(1) { $0 * noise.probability(of: $1.0 - $1.1) }
      })
    let median = PublishedFigure(n: 5, values: [1, 2, 4], mechanism: .function { [$0[0] >= 3 ? 0 : 1] })
    try Self.expectNear(
      try #require(ReleaseAttack(median, model: Self.model)).beliefs(after: .key([1]), known: known)?.after,
      Self.brute(median, known: known) { $0[0] >= 3 ? 0 : 1 })
  }

  /// Knowing everybody else, evidence alone comes to the same as the whole posterior.
  @Test func `full knowledge is the posterior`() throws {
    let scale = try #require(Fraction(2))
    let others = [1, 2, 1]
    for (mechanism, output) in [
      (Mechanism.noisySum(scale: scale), PublishedFigure.Output.sum(3)),
      (.noisyCounts(scale: scale), .counts([0, 3, 2])), (.function { [$0[2] / 2] }, .key([1])),
    ] {
      let figure = PublishedFigure(n: 5, values: [0, 1, 2], mechanism: mechanism, draws: 1)
      let prior = Self.model.prior(known: others)
      let exact = try #require(ReleaseAttack(figure, model: Self.model)).beliefs(after: output, known: others)
      try Self.expectNear(
        exact?.after, prior.updated(by: FullKnowledge(figure).evidence(output, others: others)))
      #expect(exact?.before == prior)
    }
  }

  /// What is expected over the noise is what draws come to.
  @Test func `expectation and draws agree`() throws {
    let scale = try #require(Fraction(3, over: 4))
    let figure = PublishedFigure(n: 4, values: [0, 1, 2], mechanism: .noisySum(scale: scale))
    let attack = try #require(ReleaseAttack(figure, model: Self.model))
    let exact = try #require(attack.outcome(target: 2, known: [1, 0, 0], unknown: [0, 2, 0]))
    var generator = SeededGenerator(seed: 8)
    var drawn = AttackOutcome()
    for _ in 0..<4_000 {
      let output = figure.publish([1, 2, 1], using: &generator)
      let (before, after) = try #require(attack.beliefs(after: output, known: [1, 0, 0]))
      drawn.add(before: before, after: after, truth: 2)
    }
    drawn = drawn.scaled(by: 1 / 4_000)
    #expect(abs(drawn.rightAfter - exact.rightAfter) < 0.03 && abs(drawn.pinned - exact.pinned) < 0.03)
    #expect(exact.rightBefore == drawn.rightBefore)
  }

  @Test func `hidden cells are bounded by what fits`() throws {
    let figure = PublishedFigure(
      n: 10, values: [1, 2, 3, 4],
      mechanism: .function { counts in counts.map { $0 >= 8 ? ($0 + 2) / 5 * 5 : -1 } })
    let cells = try #require(HiddenCells.fitting(.key([-1, 10, -1, -1]), of: figure))
    #expect(cells.bounds == [0...2, 8...10, 0...2, 0...2])
    #expect(cells.ways == 10)
    let known = try #require(HiddenCells.fitting(.key([-1, 10, -1, -1]), of: figure, known: [1, 8, 0, 0]))
    #expect(known.bounds == [1...2, 8...9, 0...1, 0...1])
    #expect(HiddenCells.fitting(.key([5, 5, -1, -1]), of: figure) == nil)
  }

  @Test func `every count vector has its own number`() throws {
    for (total, cells) in [(0, 3), (5, 1), (6, 4), (4, 6)] {
      let vectors = try #require(CountVectors(total: total, cells: cells))
      var seen: Set<[Int]> = []
      vectors.forEach { counts, number in
        #expect(vectors.number(of: counts) == number && counts.reduce(0, +) == total)
        seen.insert(counts)
      }
      #expect(seen.count == vectors.count)
      let sum = vectors.chances([Double](repeating: 1 / Double(cells), count: cells)).reduce(0, +)
      #expect(abs(sum - 1) < 1e-9)
    }
    #expect(CountVectors(total: 80, cells: 40) == nil)
  }
}
