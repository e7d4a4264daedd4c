import Profiles

/// Table 4: regional pools of partnerships of eight, the release applied to the region's totals.
enum PoolTable {
  static let families: [Family] = [
    .exact, .suppression, .secondary3, .suppression3, .quarters, .tenths, .histogram1, .sum1,
  ]

  private static let columns: [StudyTable.Column] =
    ["5", "10", "30"].map { .init("RMSE R=\($0)", .error) }
    + ["5", "10", "30"].map { .init("K6 RMSE R=\($0)", .error) }
    + ["5", "10", "30"].map { .init("difference R=\($0)", .error) }
    + ["5", "10", "30"].map { .init("local R=\($0)", .share) }
    + ["(i)", "(ii)", "(iii)"].map { .init($0, .percent) }

  static func make(_ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "4", "Regional pools, each partnership of eight schools",
      about:
        "Pinned, %: (i) all schools but one known, N = 49; (ii) all other partnerships collude, eight schools "
        + "unknown, N = 48; (iii) a school joins an otherwise unchanged pool of 48, from the change alone. "
        + "\(2 * effort.regions) regions a cell, \(effort.trials) attacks a criterion ((ii) a tenth).",
      columns: columns)
    for family in families {
      let jobs = [5, 10, 30].flatMap { [(Simulation.four, $0), (Simulation.someOfSix, $0)] }
      let found = await Work.each(jobs) { simulation, partnerships in
        UtilityDraw.pool(
          family, simulation, sizes: [Int](repeating: 8, count: partnerships), regions: effort.regions)
      }
      for ((simulation, partnerships), utility) in zip(jobs, found) {
        if simulation.points == 6 {
          table.set(family.name, ["K6 RMSE R=\(partnerships)": utility.region.root].compactMapValues { $0 })
        } else {
          table.set(
            family.name,
            [
              "RMSE R=\(partnerships)": utility.region.root,
              "difference R=\(partnerships)": utility.difference.root,
              "local R=\(partnerships)": utility.local.mean,
            ].compactMapValues { $0 })
        }
      }
      let attacks = await Work.each(Array(Simulation.four.models.indices)) { criterion in
        [
          PoolAttack.allButOne(family, criterion, trials: effort.trials),
          PoolAttack.collusion(family, criterion, trials: effort.trials / 10),
          PoolAttack.joiner(family, criterion, trials: effort.trials),
        ]
      }
      for (index, column) in ["(i)", "(ii)", "(iii)"].enumerated() {
        table.set(family.name, [column: 100 * AttackOutcome.mean(attacks.map { $0[index] }).pinned])
      }
    }
    let fallback = await Work.each([5, 10, 30]) {
      MixedSizes.localNoise(partnerships: $0, regions: effort.regions)
    }
    for (partnerships, error) in zip([5, 10, 30], fallback) {
      table.set("own sums eps 2, mixed sizes, averaged", ["RMSE R=\(partnerships)": error ?? 0])
    }
    return table
  }
}

/// Regions whose partnerships have the study's mix of sizes.
enum MixedSizes {
  static func draw(_ count: Int, _ stream: inout StudyStream) -> [Int] {
    (0..<count).map { _ in StudyPopulation.size(at: Int(stream.unit() * 100)) }
  }

  /// The error of a region's mean where every partnership publishes its own noisy sum and they are added up.
  static func localNoise(partnerships: Int, regions: Int) -> Double? {
    var stream = StudyStream(partnerships, 91)
    var errors = Utility.Errors()
    for _ in 0..<regions {
      let region = Simulation.four.region(draw(partnerships, &stream), &stream)
      for criterion in Simulation.four.offsets.indices {
        var (exact, noisy, n) = (0, 0, 0)
        for schools in region {
          let counts = Simulation.four.counts(schools, criterion)
          guard case .sum(let sum) = Family.sum2.publish(counts, &stream) else { continue }
          noisy += sum
          exact += Family.sum2.figure(n: schools.count, points: 4).sum(of: counts)
          n += schools.count
        }
        let error = Double(noisy - exact) / Double(n)
        errors.add(error * error)
      }
    }
    return errors.root
  }
}
