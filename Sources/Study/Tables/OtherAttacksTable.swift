import Profiles

/// Table 2: the other attacks, at 8 schools.
enum OtherAttacksTable {
  static let families: [Family] = [
    .exact, .suppression, .secondary3, .bands20, .thirds, .median, .halves, .quarters, .sum1, .sum15, .sum2,
    .gaussian, .histogram2,
  ]
  private static let columns = [
    "A n=5", "A", "B", "C", "side A", "side D", "joiner frozen", "joiner annual", "worst joiner", "joint D",
    "K6 D", "K6 joint D",
  ]

  static func make(_ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "2", "Other attacks at 8 schools, %",
      about:
        "A outsider, B member, C all but two known, D all but one known. Joint D: at least one of the school's "
        + "criteria pinned (five on 4 points; 71 on 6 points, from \(effort.schools) schools). A joiner is found by "
        + "subtraction, from outside; the worst one over the five criteria and sizes from 5 to 40. "
        + "Exact where nothing is drawn and for noisy sums; else by draws.",
      columns: columns.map { .init($0, .percent) })
    for part in await Work.each(families, { family in attack(family, effort) }) {
      table.set(part.row, part.cells)
    }
    let larger = await Work.each([0, 1, 2]) { part -> [String: Double] in
      switch part {
      case 0:
        ["joiner frozen": 100 * mean { joiner(.suppression, n: 16, $0, effort, annual: false) }.pinned]
      case 1:
        ["joint D": 100 * DrawnAttack.joint(.suppression, n: 16, .four, schools: effort.schools, seed: 1).any]
      default:
        [
          "K6 joint D": 100
            * DrawnAttack.joint(.suppression, n: 16, .sixAsDesigned, schools: effort.schools / 4, seed: 2).any
        ]
      }
    }
    for cells in larger { table.set("1 suppress <=7, round 5, n=16", cells) }
    return table
  }

  private static func attack(_ family: Family, _ effort: StudyEffort) -> (
    row: String, cells: [String: Double]
  ) {
    let outsider = mean { knowing(.outsider, family, n: 8, $0, effort) }
    let full = mean { knowing(.allButOne, family, n: 8, $0, effort) }
    var cells = [
      "A n=5": mean { knowing(.outsider, family, n: 5, $0, effort) }.pinned,
      "A": outsider.pinned, "side A": outsider.sidePinned, "side D": full.sidePinned,
      "B": mean { knowing(.member, family, n: 8, $0, effort) }.pinned,
      "C": mean { knowing(.coalition, family, n: 8, $0, effort) }.pinned,
      "joiner frozen": mean { joiner(family, n: 8, $0, effort, annual: false) }.pinned,
      "joint D": DrawnAttack.joint(family, n: 8, .four, schools: effort.schools, seed: 1).any,
      "K6 joint D": DrawnAttack.joint(family, n: 8, .sixAsDesigned, schools: effort.schools, seed: 2).any,
    ]
    if family.isFunction {
      cells["joiner annual"] = mean { joiner(family, n: 8, $0, effort, annual: true) }.pinned
      cells["worst joiner"] = worstJoiner(family, effort)
    }
    cells["K6 D"] =
      AttackOutcome.mean(
        Simulation.fourOfSix.models.indices.map { criterion in
          isHistogram(family)
            ? DrawnAttack.allButOne(
              family, n: 8, .fourOfSix, criterion: criterion, trials: effort.trials)
            : family.attack(n: 8, model: Simulation.fourOfSix.models[criterion])?.expected(.allButOne)
              ?? AttackOutcome()
        }
      ).pinned
    return (family.name, cells.mapValues { 100 * $0 })
  }

  private static func mean(_ criterion: (Int) -> AttackOutcome) -> AttackOutcome {
    AttackOutcome.mean(Simulation.four.models.indices.map(criterion))
  }

  private static func isHistogram(_ family: Family) -> Bool {
    if case .mechanism(.noisyCounts) = family.release(4) { true } else { false }
  }

  private static func knowing(
    _ knowledge: AttackerKnowledge, _ family: Family, n: Int, _ criterion: Int, _ effort: StudyEffort
  ) -> AttackOutcome {
    guard isHistogram(family) else {
      return family.attack(n: n, model: Simulation.four.models[criterion])?.expected(knowledge)
        ?? AttackOutcome()
    }
    if knowledge == .allButOne {
      return DrawnAttack.allButOne(family, n: n, .four, criterion: criterion, trials: effort.trials)
    }
    return DrawnAttack.knowing(
      knowledge, family, n: n, .four, criterion: criterion, trials: effort.trials / 10)
  }

  private static func worstJoiner(_ family: Family, _ effort: StudyEffort) -> Double {
    let sizes = AllButOneTable.sizes.filter { $0 >= 5 }
    return sizes.flatMap { n in
      Simulation.four.models.indices.map { joiner(family, n: n, $0, effort, annual: false).pinned }
    }.max() ?? 0
  }

  static func joiner(_ family: Family, n: Int, _ criterion: Int, _ effort: StudyEffort, annual: Bool)
    -> AttackOutcome
  {
    let model = Simulation.four.models[criterion]
    guard !isHistogram(family) else {
      return DrawnAttack.joiner(family, n: n, .four, criterion: criterion, trials: effort.trials / 20)
    }
    guard let without = family.attack(n: n, model: model), let with = family.attack(n: n + 1, model: model),
      let attack = JoinerAttack(without: without, with: with)
    else { return AttackOutcome() }
    return (annual ? attack.expectedAnnual() : attack.expectedFrozen()) ?? AttackOutcome()
  }
}
