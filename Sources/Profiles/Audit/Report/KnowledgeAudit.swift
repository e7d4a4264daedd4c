/// The attacks on one figure alone, by what the attacker knows of the other schools.
struct KnowledgeAudit {
  let figure: AuditedFigure
  private let attack: ReleaseAttack

  /// `nil` where there are too many ways to go through.
  init?(_ figure: AuditedFigure) {
    guard figure.n > 1, let attack = ReleaseAttack(figure.published, model: figure.model) else { return nil }
    (self.figure, self.attack) = (figure, attack)
  }

  /// What an attacker may know in this very cohort, and whose judgement is attacked then.
  struct Scenario {
    let known: [Int]
    var targets: [(point: Int, weight: Double)]
  }

  func expected(_ knowledge: AttackerKnowledge) -> AttackOutcome? {
    guard case .sum(let noise) = attack.kernel else { return actual(knowledge) }
    let posteriors = SumPosteriors(attack, noise, unknown: figure.n - 1 - knowledge.known(of: figure.n))
    let total = figure.published.sum(of: figure.counts)
    var outcome = AttackOutcome()
    for scenario in scenarios(knowledge) {
      let before = attack.model.prior(known: scenario.known)
      let weights = attack.model.weights(known: scenario.known)
      let rest = total - figure.published.sum(of: scenario.known)
      for (offset, after) in posteriors.beliefs(weights).enumerated() {
        let chance = noise.probability(of: posteriors.lowest + offset - rest)
        guard chance > 0 else { continue }
        for target in scenario.targets {
          outcome.add(
            before: before, after: after.belief, truth: target.point, weight: chance * target.weight)
        }
      }
    }
    return outcome
  }

  /// - Parameter output: what came out; without it, what was published in fact.
  func actual(_ knowledge: AttackerKnowledge, after output: PublishedFigure.Output? = nil) -> AttackOutcome? {
    guard let output = output ?? figure.output else { return nil }
    var outcome = AttackOutcome()
    for scenario in scenarios(knowledge) {
      guard let (before, after) = attack.beliefs(after: output, known: scenario.known) else { return nil }
      for target in scenario.targets {
        outcome.add(before: before, after: after, truth: target.point, weight: target.weight)
      }
    }
    return outcome
  }

  /// Everything that is known at a time, with the judgements that are then attacked; weights add up to one.
  private func scenarios(_ knowledge: AttackerKnowledge) -> [Scenario] {
    let (counts, n) = (figure.counts, Double(figure.n))
    let none = [Int](repeating: 0, count: counts.count)
    var scenarios: [[Int]: Scenario] = [:]
    func add(_ known: [Int], _ point: Int, _ weight: Double) {
      guard weight > 0 else { return }
      scenarios[known, default: Scenario(known: known, targets: [])].targets.append((point, weight))
    }
    for (target, count) in counts.enumerated() where count > 0 {
      switch knowledge {
      case .allButOne: add(figure.others(of: target), target, Double(count) / n)
      case .member, .coalition:
        for (other, more) in counts.enumerated() {
          let pairs = Double(count * (other == target ? more - 1 : more))
          var known = knowledge == .member ? none : figure.others(of: target)
          known[other] += knowledge == .member ? 1 : -1
          add(known, target, pairs / (n * (n - 1)))
        }
      case .outsider, .others: add(none, target, Double(count) / n)
      }
    }
    return scenarios.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}
