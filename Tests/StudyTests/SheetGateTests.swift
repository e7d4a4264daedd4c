import Profiles
import TestSupport
import Testing

@testable import Study

/// What the study asks of a sheet (DISCLOSURE section 5 (v) 3 and 4), of what the shipped policy publishes.
@Suite struct SheetGateTests {
  static let criteria = Simulation.four.models.indices

  static func attack(n: Int, criterion: Int) throws -> ReleaseAttack {
    let policy = try ShippedPolicyFile.policy("default")
    let figure = PublishedFigure(
      n: n, values: [1, 2, 3, 4],
      mechanism: policy.mechanism(unit: .criterion, n: n, points: [1, 2, 3, 4], criteria: 1))
    return try #require(ReleaseAttack(figure, model: Simulation.four.models[criterion]))
  }

  /// Exact: over every cohort and every noise.
  @Test(arguments: [8, 12]) func `one release pins nobody`(_ n: Int) throws {
    let outcomes = try Self.criteria.map { criterion in
      try #require(try Self.attack(n: n, criterion: criterion).expected(.allButOne))
    }
    #expect(outcomes.allSatisfy { $0.pinned <= 0.001 })
    let mean = AttackOutcome.mean(outcomes)
    #expect(mean.rightAfter - mean.rightBefore <= 0.08)
    // The release does tell something, or the attacker is asleep.
    #expect(mean.rightAfter - mean.rightBefore >= 0.02)
    #expect(mean.sidePinned > 0.001 || n > 8)
  }

  @Test func `three releases of an unchanged judgement pin few`() {
    let row = RepetitionTable.Row(name: "", own: ((2, 1), 3))
    let outcomes = Self.criteria.map {
      RepetitionTable.attack(row, criterion: $0, GateEffort.trials(1_500))
    }
    let mean = AttackOutcome.mean(outcomes)
    #expect(mean.pinned <= 0.02)
    #expect(outcomes.allSatisfy { $0.pinned <= 0.08 })
    // As many as the study found, too: an attacker who looks away pins nobody.
    #expect(mean.pinned >= 0.003)
    #expect(mean.rightAfter - mean.rightBefore >= 0.10)
  }

  /// Without this the others would prove nothing.
  @Test(arguments: [8, 12]) func `exact counts give everybody away`(_ n: Int) throws {
    for model in Simulation.four.models {
      let exact = PublishedFigure(n: n, values: [1, 2, 3, 4], mechanism: .function { $0 })
      let attack = try #require(ReleaseAttack(exact, model: model))
      let full = try #require(attack.expected(.allButOne))
      #expect(full.pinned > 0.95)
      let more = PublishedFigure(n: n + 1, values: [1, 2, 3, 4], mechanism: .function { $0 })
      let with = try #require(ReleaseAttack(more, model: model))
      let joiner = try #require(JoinerAttack(without: attack, with: with))
      let found = try #require(joiner.expectedFrozen())
      #expect(found.pinned > 0.95)
    }
  }

  /// Everybody else's judgement stays as it was; the attacker knows who came or went, and nobody's judgement.
  @Test(arguments: [8, 12]) func `a joiner or leaver among frozen stayers is not found`(_ n: Int) throws {
    let outcomes = try Self.criteria.map { criterion in
      let joiner = try #require(
        JoinerAttack(
          without: try Self.attack(n: n, criterion: criterion),
          with: try Self.attack(n: n + 1, criterion: criterion)))
      return try #require(joiner.expectedFrozen())
    }
    #expect(outcomes.allSatisfy { $0.pinned <= 0.001 })
    let mean = AttackOutcome.mean(outcomes)
    #expect(mean.rightAfter - mean.rightBefore <= 0.08)
    #expect(mean.rightAfter > mean.rightBefore + 0.001)
  }

  /// The same by somebody who knows every stayer: only the release with the school in it tells anything.
  @Test(arguments: [9, 12, 13]) func `nor by somebody who knows all stayers`(_ n: Int) throws {
    let outcomes = try Self.criteria.map { criterion in
      try #require(try Self.attack(n: n, criterion: criterion).expected(.allButOne))
    }
    #expect(outcomes.allSatisfy { $0.pinned <= 0.001 })
    let mean = AttackOutcome.mean(outcomes)
    #expect(mean.rightAfter - mean.rightBefore <= 0.08)
  }

  /// An attacker who is surer than the evidence allows would catch more, and be wrong more often.
  @Test func `who is pinned is pinned rightly`() throws {
    let outcome = DrawnAttack.joint(
      .sum2, n: 8, .four, releases: 5, schools: GateEffort.trials(250, full: 2_000), seed: 6)
    #expect(outcome.any > 0.1)
    let right = try #require(outcome.right)
    #expect(right > 0.88 && right < 1)
  }
}
