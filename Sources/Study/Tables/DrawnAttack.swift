import Profiles

/// Attacks on made-up cohorts, drawn one after another: for noise on counts, and for several figures at once.
enum DrawnAttack {
  /// Everybody else's judgement is known.
  ///
  /// - Parameter releases: of the same cohort and judgement.
  static func allButOne(
    _ family: Family, n: Int, _ simulation: Simulation, criterion: Int, releases: Int = 1, trials: Int
  ) -> AttackOutcome {
    let known = FullKnowledge(family.figure(n: n, points: simulation.points))
    let noise = family.normalNoise(points: simulation.points)
    return attack(simulation, criterion: criterion, n: n, trials: trials) { counts, others, stream in
      var evidence: [[Double]] = []
      for _ in 0..<releases {
        evidence.append(family.evidence(family.publish(counts, &stream), others: others, known, noise))
      }
      return FullKnowledge.sum(evidence)
    }
  }

  /// An attack on the first of `n` schools, whose `evidence` comes from the counts of all and of the others.
  ///
  /// - Parameter knowsLevel: what the schools share is known as well, which no judgements can tell for certain.
  static func attack(
    _ simulation: Simulation, criterion: Int, n: Int, knowsLevel: Bool = false, trials: Int,
    evidence: (_ counts: [Int], _ others: [Int], _ stream: inout StudyStream) -> [Double]
  ) -> AttackOutcome {
    var stream = StudyStream(n, simulation.points, criterion)
    let model = simulation.models[criterion]
    let one = Simulation(points: simulation.points, offsets: [simulation.offsets[criterion]])
    var outcome = AttackOutcome()
    for _ in 0..<trials {
      let level = one.level(&stream)
      let schools = one.partnership(n, level: level, &stream)
      let others = one.counts(schools.dropFirst(), 0)
      let target = schools[0][0]
      var counts = others
      counts[target] += 1
      let before = knowsLevel ? one.belief(atLevel: level, 0) : model.prior(known: others)
      let after = before.updated(by: evidence(counts, others, &stream))
      outcome.add(before: before, after: after, truth: target)
    }
    return outcome.scaled(by: 1 / Double(trials))
  }

  /// Less is known: the exact posterior of one school's judgement, by enumeration in each trial.
  static func knowing(
    _ knowledge: AttackerKnowledge, _ family: Family, n: Int, _ simulation: Simulation, criterion: Int,
    trials: Int
  ) -> AttackOutcome {
    var stream = StudyStream(n, simulation.points, criterion, knowledge.known(of: n))
    let one = Simulation(points: simulation.points, offsets: [simulation.offsets[criterion]])
    guard let attack = family.attack(n: n, model: simulation.models[criterion]) else {
      return AttackOutcome()
    }
    var outcome = AttackOutcome()
    for _ in 0..<trials {
      let schools = one.partnership(n, &stream)
      let known = one.counts(schools.dropFirst().prefix(knowledge.known(of: n)), 0)
      let output = family.publish(one.counts(schools, 0), &stream)
      guard let (before, after) = attack.beliefs(after: output, known: known) else { continue }
      outcome.add(before: before, after: after, truth: schools[0][0])
    }
    return outcome.scaled(by: 1 / Double(trials))
  }

  /// A joiner among schools whose judgements stay: both releases, seen from outside.
  static func joiner(_ family: Family, n: Int, _ simulation: Simulation, criterion: Int, trials: Int)
    -> AttackOutcome
  {
    var stream = StudyStream(n, simulation.points, criterion, 77)
    let one = Simulation(points: simulation.points, offsets: [simulation.offsets[criterion]])
    let model = simulation.models[criterion]
    guard let without = family.attack(n: n, model: model), let with = family.attack(n: n + 1, model: model),
      let attack = JoinerAttack(without: without, with: with)
    else { return AttackOutcome() }
    var outcome = AttackOutcome()
    for _ in 0..<trials {
      let schools = one.partnership(n + 1, &stream)
      let earlier = family.publish(one.counts(schools.dropFirst(), 0), &stream)
      let later = family.publish(one.counts(schools, 0), &stream)
      let (before, after) = attack.frozen(earlier, later)
      outcome.add(before: before, after: after, truth: schools[0][0])
    }
    return outcome.scaled(by: 1 / Double(trials))
  }

  /// How many of a school's judgements are pinned when all its figures are attacked together: each
  /// other school's are known.
  ///
  /// - Parameter learnsLevel: the others' judgements tell where the partnership stands, not only what of a sum is
  ///   theirs.
  static func joint(
    _ family: Family, n: Int, _ simulation: Simulation, releases: Int = 1, draws: Int = 1,
    learnsLevel: Bool = true, schools: Int, seed: Int
  ) -> JointOutcome {
    var stream = StudyStream(n, simulation.points, seed, 78)
    let attack = JointAttack(simulation.models, sections: simulation.models.indices.map { [$0] })
    let one = family.figure(n: n, points: simulation.points)
    let known = FullKnowledge(
      PublishedFigure(n: n, values: one.values, mechanism: one.mechanism, draws: draws))
    let noise = family.normalNoise(points: simulation.points)
    var outcome = JointOutcome()
    for _ in 0..<schools {
      let partnership = simulation.partnership(n, &stream)
      let told = simulation.offsets.indices.map { criterion in
        let counts = simulation.counts(partnership, criterion)
        var others = counts
        others[partnership[0][criterion]] -= 1
        var evidence: [[Double]] = []
        for _ in 0..<releases {
          let output =
            noise == nil ? known.figure.publish(counts, using: &stream) : family.publish(counts, &stream)
          evidence.append(family.evidence(output, others: others, known, noise))
        }
        return JointAttack.Told(criteria: [criterion], evidence: FullKnowledge.sum(evidence))
      }
      let others = learnsLevel ? partnership.dropFirst().map { $0.map { $0 } } : []
      outcome.add(attack.beliefs(levels: attack.levels(others: others), told: told), truth: partnership[0])
    }
    return outcome
  }
}

/// What comes of attacking all of a school's judgements together.
struct JointOutcome: Sendable {
  private var schools = 0
  private var caught = 0
  private var pinned = 0
  private var rightly = 0

  mutating func add(_ beliefs: [(before: Belief, after: Belief)], truth: [Int]) {
    let sure = beliefs.indices.filter { beliefs[$0].after.pins(from: beliefs[$0].before) }
    schools += 1
    if !sure.isEmpty { caught += 1 }
    pinned += sure.count
    rightly += sure.count { beliefs[$0].after.best == truth[$0] }
  }

  /// The share of schools of whom at least one judgement is pinned.
  var any: Double { Double(caught) / Double(max(schools, 1)) }
  /// How many of the pinned judgements are what the attacker holds them to be: about as many as a belief of over
  /// 90 % promises, if the attacker reckons rightly. `nil` where nothing is pinned.
  var right: Double? { pinned == 0 ? nil : Double(rightly) / Double(pinned) }

  static func + (left: JointOutcome, other: JointOutcome) -> JointOutcome {
    var sum = left
    sum.schools += other.schools
    sum.caught += other.caught
    sum.pinned += other.pinned
    sum.rightly += other.rightly
    return sum
  }
}
