import Foundation
import TestSupport
import Testing

@testable import Profiles

/// The study's attack on a sheet of 8 schools (DISCLOSURE section 5 (v) 3), with what is published in fact.
@Suite struct FullKnowledgeAttackTests {
  static let cuts = [-1.25, -0.25, 0.85]
  static let offsets = [-0.5, -0.2, 0, 0.3, 0.7]
  static let trials = TestEffort.count(4_000, slow: 20_000)

  struct Outcome {
    var pinned = 0.0
    var right = 0.0
    var rightBefore = 0.0
  }

  /// - Parameter releases: how often the unchanged judgement is published; 0 for the exact counts.
  static func attack(offset: Double, releases: Int, seed: UInt64) throws -> Outcome {
    let attacker = ReferenceAttacker(cuts: cuts, offset: offset)
    let epsilon = try #require(SheetFixtures.policy().criteria.first { $0.holds(8) }?.epsilon)
    let noise = DiscreteLaplace(scale: try #require(epsilon.dividing(3)))
    var generator = SeededGenerator(seed: seed)
    var outcome = Outcome()
    for _ in 0..<trials {
      let level = offset + normal(&generator) * ReferenceAttacker.shared
      let scores = (0..<8).map { _ in
        let latent = level + normal(&generator) * ReferenceAttacker.within
        return cuts.count { latent > $0 }
      }
      let others = Array(scores.dropFirst())
      let prior = attacker.prior(others)
      let exact = ExactSum(n: 8, sum: scores.reduce(0, +), lowest: 0, highest: 3, criteria: 1)
      let published = (0..<releases).compactMap { _ in
        NoisyMean.publish(exact, epsilon: epsilon, using: &generator)
      }
      var posterior = attacker.posterior(prior, others: others, releases: published, noise: noise)
      if releases == 0 { posterior = posterior.indices.map { $0 == scores[0] ? 1 : 0 } }
      if ReferenceAttacker.isPinned(posterior, prior) { outcome.pinned += 1 }
      if ReferenceAttacker.best(posterior) == scores[0] { outcome.right += 1 }
      if ReferenceAttacker.best(prior) == scores[0] { outcome.rightBefore += 1 }
    }
    outcome.pinned /= Double(trials)
    outcome.right /= Double(trials)
    outcome.rightBefore /= Double(trials)
    return outcome
  }

  private static func normal(_ generator: inout SeededGenerator) -> Double {
    let (radius, angle) = (
      Double.random(in: 0x1p-53..<1, using: &generator), Double.random(in: 0..<1, using: &generator)
    )
    return (-2 * log(radius)).squareRoot() * cos(2 * .pi * angle)
  }

  /// Figures are means over the criteria, as all of the study's (section 2).
  @Test func `one release pins nobody`() throws {
    let outcomes = try Self.offsets.map { try Self.attack(offset: $0, releases: 1, seed: 11) }
    #expect(outcomes.allSatisfy { $0.pinned <= 0.001 })
    #expect(outcomes.reduce(0) { $0 + $1.right - $1.rightBefore } / 5 <= 0.08)
    #expect(outcomes.allSatisfy { $0.right - $0.rightBefore <= 0.12 })
  }

  @Test func `three releases of an unchanged judgement pin few`() throws {
    let outcomes = try Self.offsets.map { try Self.attack(offset: $0, releases: 3, seed: 12) }
    #expect(outcomes.reduce(0) { $0 + $1.pinned } / 5 <= 0.02)
    #expect(outcomes.allSatisfy { $0.pinned <= 0.08 })
    // An attack that never worked would prove nothing of the noise either.
    #expect(outcomes.contains { $0.pinned > 0.001 })
  }

  /// Without this the two tests above would prove nothing.
  @Test(arguments: offsets)
  func `the harness finds what is not protected`(_ offset: Double) throws {
    #expect(try Self.attack(offset: offset, releases: 0, seed: 13).pinned > 0.95)
  }

  /// The study's prior: the best guess before any release is right 47 times in 100.
  @Test func `the simulation is the study's`() throws {
    let outcomes = try Self.offsets.map { try Self.attack(offset: $0, releases: 1, seed: 14) }
    #expect(abs(outcomes.reduce(0) { $0 + $1.rightBefore } / 5 - 0.47) < 0.03)
    #expect(abs(outcomes.reduce(0) { $0 + $1.right } / 5 - 0.53) < 0.03)
  }
}
