import Profiles

/// Eight section means of the 71 criteria, each protected as one score.
enum SectionStudy {
  /// Neighbouring offsets go to different sections, as in a framework whose sections are about alike.
  static let sections = (0..<8).map { section in Array(stride(from: section, to: 71, by: 8)) }

  static func figure(n: Int, criteria: Int) -> PublishedFigure {
    PublishedFigure(
      n: n, values: Array(0...(5 * criteria)),
      mechanism: Noise.scale(5 * criteria, (2, 1)).map { .noisySum(scale: $0) } ?? .nothing)
  }

  /// The attack on all 71 judgements of a school through its section means.
  static func any(_ simulation: Simulation, n: Int, releases: Int, schools: Int, seed: Int) -> JointOutcome {
    var stream = StudyStream(n, seed, 79)
    let attack = JointAttack(simulation.models, sections: sections)
    let figures = sections.map { figure(n: n, criteria: $0.count) }
    let known = figures.map { FullKnowledge($0) }
    var outcome = JointOutcome()
    for _ in 0..<schools {
      let partnership = simulation.partnership(n, &stream)
      let told = sections.indices.map { section in
        let totals = partnership.map { school in sections[section].reduce(0) { $0 + school[$1] } }
        var counts = [Int](repeating: 0, count: figures[section].values.count)
        for total in totals { counts[total] += 1 }
        var others = counts
        others[totals[0]] -= 1
        var evidence: [[Double]] = []
        for _ in 0..<releases {
          evidence.append(
            known[section].evidence(figures[section].publish(counts, using: &stream), others: others))
        }
        return JointAttack.Told(criteria: sections[section], evidence: FullKnowledge.sum(evidence))
      }
      let beliefs = attack.beliefs(
        levels: attack.levels(others: partnership.dropFirst().map { $0.map { $0 } }), told: told)
      outcome.add(beliefs, truth: partnership[0])
    }
    return outcome
  }

  /// Error and comparisons of section means, ten partnerships a region.
  static func utility(_ simulation: Simulation, n: Int, regions: Int) -> Utility {
    var stream = StudyStream(n, 80)
    var utility = Utility()
    for _ in 0..<max(regions, 1) {
      let pair = (0..<2).map { _ in simulation.region([Int](repeating: n, count: 10), &stream) }
      for section in sections {
        let figure = figure(n: n, criteria: section.count)
        guard case .noisySum(let scale) = figure.mechanism else { continue }
        let noise = DiscreteLaplace(scale: scale)
        let judgements = Double(n * section.count)
        let seen = pair.map { region in
          let parts = region.map { schools -> (exact: Double, seen: Double?) in
            let sum = schools.reduce(0) { sum, school in section.reduce(sum) { $0 + school[$1] } }
            let noisy = Double(sum + noise.sample(using: &stream)) / judgements
            return (Double(sum) / judgements, min(max(noisy, 0), 5))
          }
          return Utility.Region(
            exact: parts.reduce(0) { $0 + $1.exact } / 10,
            seen: parts.reduce(0) { $0 + ($1.seen ?? 0) } / 10, partnerships: parts)
        }
        utility.add(seen[0], seen[1])
      }
    }
    return utility
  }
}
