import Profiles

/// Attacks on a pool of partnerships of eight schools, on 4 points.
enum PoolAttack {
  private static let partnerships = 6

  /// Everybody in the region is known but one, who joins the first partnership as its ninth school: N = 49.
  static func allButOne(_ family: Family, _ criterion: Int, trials: Int, draws: Int = 1, releases: Int = 1)
    -> AttackOutcome
  {
    var stream = StudyStream(criterion, 61)
    let figure = figure(family, n: 49, draws)
    let known = FullKnowledge(figure)
    return drawn(criterion, trials, &stream) { region, simulation, stream in
      let counts = simulation.counts(region.joined(), 0)
      let (target, mates) = (region[0][0][0], simulation.counts(region[0].dropFirst(), 0))
      var others = counts
      others[target] -= 1
      let before = simulation.models[0].prior(known: mates)
      var evidence: [[Double]] = []
      for _ in 0..<releases {
        evidence.append(known.evidence(figure.publish(counts, using: &stream), others: others))
      }
      return (before, before.updated(by: FullKnowledge.sum(evidence)), target)
    }
  }

  /// All other partnerships are known, and so many of the attacked school's own seven mates; N = 48.
  static func collusion(_ family: Family, _ criterion: Int, mates: Int = 0, trials: Int, draws: Int = 1)
    -> AttackOutcome
  {
    var stream = StudyStream(criterion, 62)
    let figure = figure(family, n: 48, draws)
    guard let attack = ReleaseAttack(figure, model: Simulation.four.models[criterion]) else {
      return AttackOutcome()
    }
    return drawn(criterion, trials, &stream) { region, simulation, stream in
      let own = Array(region[0].prefix(8))
      let known = simulation.counts(own.dropFirst().prefix(mates), 0)
      let elsewhere = simulation.counts(region.dropFirst().joined(), 0)
      let counts = zip(simulation.counts(own, 0), elsewhere).map { $0 + $1 }
      let output = figure.publish(counts, using: &stream)
      let beliefs = attack.beliefs(after: output, known: known, elsewhere: elsewhere)
      return beliefs.map { ($0.before, $0.after, own[0][0]) }
    }
  }

  /// A school joins a pool of 48 in which nothing else changes, and only the change is looked at.
  static func joiner(_ family: Family, _ criterion: Int, trials: Int) -> AttackOutcome {
    var stream = StudyStream(criterion, 63)
    let before = figure(family, n: 48, 1)
    let after = figure(family, n: 49, 1)
    let model = Simulation.four.models[criterion]
    let simulation = Simulation(points: 4, offsets: [Simulation.four.offsets[criterion]])
    let prior = model.prior()
    // Where nothing is drawn: how often each change comes with each point.
    var changes: [[Int]: [Double]] = [:]
    var outcome = AttackOutcome()
    let noise = before.noise.map { _ in changeNoise(family) } ?? nil
    for _ in 0..<trials {
      let region = simulation.region([Int](repeating: 8, count: partnerships), &stream)
      let counts = simulation.counts(region.joined(), 0)
      if let noise {
        let target = simulation.partnership(1, &stream)[0][0]
        var more = counts
        more[target] += 1
        let change = zip(
          key(after.publish(more, using: &stream)), key(before.publish(counts, using: &stream))
        ).map { $0 - $1 }
        let evidence = (0..<4).map { point in
          change.count == 1
            ? noise.logProbability(of: change[0] - point)
            : noise.logProbability(of: change[point] - 1) - noise.logProbability(of: change[point])
        }
        outcome.add(before: prior, after: prior.updated(by: evidence), truth: target)
        continue
      }
      let first = key(before.publish(counts, using: &stream))
      for point in 0..<4 {
        var more = counts
        more[point] += 1
        let second = key(after.publish(more, using: &stream))
        // What is withheld is -1: whether a cell appears or goes is seen as well as by how much it moves.
        let change = zip(second, first).flatMap { [$0 - $1, $0 < 0 ? 1 : 0, $1 < 0 ? 1 : 0] }
        changes[change, default: [0, 0, 0, 0]][point] += prior.chances[point]
      }
    }
    for found in changes.values {
      outcome.add(before: prior, after: Belief(weights: found), weight: found.reduce(0, +))
    }
    return outcome.scaled(by: 1 / Double(trials))
  }

  private static func changeNoise(_ family: Family) -> NoiseTable? {
    switch family.release(4) {
    case .mechanism(.noisySum(let scale)), .mechanism(.noisyCounts(let scale)):
      NoiseTable(scale: scale, draws: 2)
    default: nil
    }
  }

  private static func key(_ output: PublishedFigure.Output) -> [Int] {
    switch output {
    case .key(let key), .counts(let key): key
    case .sum(let sum): [sum]
    case .nothing: [-1, -1, -1, -1]
    }
  }

  private static func figure(_ family: Family, n: Int, _ draws: Int) -> PublishedFigure {
    let one = family.figure(n: n, points: 4)
    return PublishedFigure(n: n, values: one.values, mechanism: one.mechanism, draws: draws)
  }

  /// Six partnerships of eight, the first with a ninth school at its head.
  private static func drawn(
    _ criterion: Int, _ trials: Int, _ stream: inout StudyStream,
    _ attack: (_ region: [[[Int]]], _ simulation: Simulation, _ stream: inout StudyStream) -> (
      before: Belief, after: Belief, truth: Int
    )?
  ) -> AttackOutcome {
    let simulation = Simulation(points: 4, offsets: [Simulation.four.offsets[criterion]])
    var outcome = AttackOutcome()
    for _ in 0..<trials {
      let region = simulation.region([9] + [Int](repeating: 8, count: partnerships - 1), &stream)
      guard let (before, after, truth) = attack(region, simulation, &stream) else { continue }
      outcome.add(before: before, after: after, truth: truth)
    }
    return outcome.scaled(by: 1 / Double(trials))
  }
}
