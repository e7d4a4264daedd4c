import Profiles

/// Table 1: how many judgements somebody pins who knows everybody else's, by cohort size.
enum AllButOneTable {
  static let sizes = [4, 5, 6, 8, 10, 12, 16, 24, 40]
  static let families: [Family] = [
    .exact, .suppression, .suppression3, .secondary3, .secondary5, .bands20, .thirds, .median, .halves,
    .quarters,
    .sum1, .sum15, .sum2, .histogram1, .histogram2, .bands10, .bands25, .withZeros,
  ]

  static func make(_ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "1", "Pinned by somebody who knows all the others, 4 points, %",
      about:
        "By cohort size, mean over the five criteria; “max n=8” is the worst criterion. Exact, but for the two "
        + "histograms (\(effort.trials) draws a criterion at 8 schools). Six points: four of the 71 criteria.",
      columns: sizes.map { .init("\($0)", .percent) } + [
        .init("max n=8", .percent), .init("K6 n=24", .percent),
      ])
    let jobs = families.flatMap { family in sizes.map { (family, $0) } }
    let outcomes = await Work.each(jobs) { family, n in attack(family, n: n, effort) }
    for ((family, n), all) in zip(jobs, outcomes) {
      guard let all else { continue }
      table.set(family.name, ["\(n)": 100 * AttackOutcome.mean(all).pinned])
      if n == 8 { table.set(family.name, ["max n=8": 100 * (all.map(\.pinned).max() ?? 0)]) }
    }
    let wide: [Family] = [.suppression, .suppression3, .secondary3, .halves]
    let six = await Work.each(wide) { family in
      Simulation.fourOfSix.models.compactMap { family.attack(n: 24, model: $0)?.expected(.allButOne) }
    }
    for (family, all) in zip(wide, six) {
      table.set(family.name, ["K6 n=24": 100 * AttackOutcome.mean(all).pinned])
    }
    return table
  }

  /// One outcome a criterion; `nil` where it would only repeat another size.
  private static func attack(_ family: Family, n: Int, _ effort: StudyEffort) -> [AttackOutcome]? {
    if case .mechanism(.noisyCounts) = family.release(4) {
      guard n == 8 else { return nil }
      return Simulation.four.models.indices.map {
        DrawnAttack.allButOne(family, n: n, .four, criterion: $0, trials: effort.trials)
      }
    }
    guard let first = family.attack(n: n, model: Simulation.four.models[0]) else { return nil }
    return Simulation.four.models.compactMap { first.with(model: $0).expected(.allButOne) }
  }
}
