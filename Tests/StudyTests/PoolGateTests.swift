import Profiles
import Testing

@testable import Study

/// What the study asks of a pool (DISCLOSURE section 5 (v) 6): all other partnerships and seven of the eight
/// schools of the last one collude.
@Suite struct PoolGateTests {
  static func attack(registries: Int, times: Int, trials: Int) -> [AttackOutcome] {
    let row = RepetitionTable.Row(name: "", pool: (registries, times))
    return Simulation.four.models.indices.map { RepetitionTable.attack(row, criterion: $0, trials) }
  }

  /// With both registries' noise, and with one of them telling its own.
  @Test(arguments: [2, 1]) func `one release pins nobody`(_ registries: Int) {
    let outcomes = Self.attack(registries: registries, times: 1, trials: GateEffort.trials(1_000))
    let mean = AttackOutcome.mean(outcomes)
    #expect(mean.pinned <= 0.001)
    #expect(mean.rightAfter > mean.rightBefore)
  }

  /// Means only, from 40 schools on.
  @Test(arguments: [2, 1]) func `one noisy sum pins nobody`(_ registries: Int) throws {
    let scale = try #require(Fraction(3))
    for model in Simulation.four.models {
      let figure = PublishedFigure(
        n: 8, values: [1, 2, 3, 4], mechanism: .noisySum(scale: scale), draws: registries)
      let attack = try #require(ReleaseAttack(figure, model: model))
      let outcome = try #require(attack.expected(.allButOne))
      #expect(outcome.pinned <= 0.001)
    }
  }

  @Test func `three releases pin few where one registry colludes`() {
    let mean = AttackOutcome.mean(Self.attack(registries: 1, times: 3, trials: GateEffort.trials(800)))
    #expect(mean.pinned <= 0.04)
    #expect(mean.pinned >= 0.005)
    #expect(mean.rightAfter - mean.rightBefore >= 0.10)
  }

  /// Seven schools unknown: the exact posterior by enumeration, inside a pool.
  @Test func `the other partnerships alone find out nothing`() {
    let outcomes = Simulation.four.models.indices.map {
      PoolAttack.collusion(.histogram1, $0, trials: GateEffort.trials(20, full: 2_000), draws: 2)
    }
    #expect(AttackOutcome.mean(outcomes).pinned <= 0.001)
  }

  @Test func `the collusion finds what is not protected`() {
    let outcomes = Simulation.four.models.indices.map {
      PoolAttack.collusion(.exact, $0, mates: 7, trials: GateEffort.trials(10, full: 1_000))
    }
    #expect(AttackOutcome.mean(outcomes).pinned > 0.95)
  }

  @Test func `at 80 schools the figures are of use`() throws {
    let utility = UtilityDraw.pool(
      .histogram1, .four, sizes: [Int](repeating: 8, count: 10), regions: GateEffort.trials(100, full: 2_000),
      draws: 2)
    let (mean, share) = (try #require(utility.region.root), try #require(utility.shares.root))
    #expect(mean <= 0.12)
    #expect(share <= 0.055 && share > 0.04)
  }
}
