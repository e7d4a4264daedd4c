import Profiles

/// What the reference attackers make of the policies that Waymark ships, on one criterion of a sheet.
enum ShippedPolicies {
  static let sizes = [8, 12, 24]

  static func make(_ policies: [(name: String, policy: Policy)], _ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "7", "The shipped policies",
      about:
        "Five criteria on 4 points, means over them, %. A outsider, B member, C all but two known, D all but one "
        + "known; “guess” is how often D's best guess is right without and with the sheet; “D x3” three sheets of "
        + "judgements that did not change; a joiner comes while all others stay. The audit of a real sheet uses the "
        + "same attackers.",
      columns: [
        "A", "B", "C", "D", "D worst", "side A", "side D", "guess before", "guess after", "D x3", "joiner",
        "joint D",
      ].map { .init($0, .percent) })
    let jobs = policies.flatMap { policy in sizes.map { (policy.name, policy.policy, $0) } }
    for (job, cells) in zip(jobs, await Work.each(jobs) { attack($0.1, n: $0.2, effort) }) {
      table.set("\(job.0), n = \(job.2)", cells)
    }
    return table
  }

  private static func attack(_ policy: Policy, n: Int, _ effort: StudyEffort) -> [String: Double] {
    let simulation = Simulation.four
    func expected(_ knowledge: AttackerKnowledge) -> [AttackOutcome] {
      simulation.models.compactMap { model in
        ReleaseAttack(figure(policy, n), model: model)?.expected(knowledge)
      }
    }
    let full = expected(.allButOne)
    let mean = AttackOutcome.mean(full)
    let outsider = AttackOutcome.mean(expected(.outsider))
    var cells = [
      "A": outsider.pinned, "side A": outsider.sidePinned,
      "B": AttackOutcome.mean(expected(.member)).pinned, "C": AttackOutcome.mean(expected(.coalition)).pinned,
      "D": mean.pinned, "D worst": full.map(\.pinned).max() ?? 0, "side D": mean.sidePinned,
      "guess before": mean.rightBefore, "guess after": mean.rightAfter,
    ]
    let family = Family(
      name: "", fewest: 1, release: { _ in .mechanism(figure(policy, n).mechanism) },
      estimate: { _, _, _ in nil })
    cells["D x3"] =
      AttackOutcome.mean(
        simulation.models.indices.map {
          DrawnAttack.allButOne(
            family, n: n, simulation, criterion: $0, releases: 3, trials: effort.trials / 4)
        }
      ).pinned
    cells["joint D"] = DrawnAttack.joint(family, n: n, simulation, schools: effort.schools, seed: 3).any
    cells["joiner"] =
      AttackOutcome.mean(
        simulation.models.indices.map { joiner(policy, n: n, criterion: $0, trials: effort.trials / 40) }
      ).pinned
    return cells.mapValues { 100 * $0 }
  }

  private static func joiner(_ policy: Policy, n: Int, criterion: Int, trials: Int) -> AttackOutcome {
    let model = Simulation.four.models[criterion]
    guard let without = ReleaseAttack(figure(policy, n), model: model),
      let with = ReleaseAttack(figure(policy, n + 1), model: model),
      let attack = JoinerAttack(without: without, with: with)
    else { return AttackOutcome() }
    if let exact = attack.expectedFrozen() { return exact }
    var stream = StudyStream(n, criterion, 64)
    let one = Simulation(points: 4, offsets: [Simulation.four.offsets[criterion]])
    var outcome = AttackOutcome()
    for _ in 0..<trials {
      let schools = one.partnership(n + 1, &stream)
      let earlier = without.figure.publish(one.counts(schools.dropFirst(), 0), using: &stream)
      let later = with.figure.publish(one.counts(schools, 0), using: &stream)
      let (before, after) = attack.frozen(earlier, later)
      outcome.add(before: before, after: after, truth: schools[0][0])
    }
    return outcome.scaled(by: 1 / Double(max(trials, 1)))
  }

  private static func figure(_ policy: Policy, _ n: Int) -> PublishedFigure {
    PublishedFigure(
      n: n, values: [0, 1, 2, 3],
      mechanism: policy.mechanism(unit: .criterion, n: n, points: [0, 1, 2, 3], criteria: 1))
  }
}
