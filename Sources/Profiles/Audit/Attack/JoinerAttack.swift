/// The attack by subtraction: two releases of which one has a school more, and an attacker who knows which
/// school that is and nobody's judgement. A leaver is the mirror image.
public struct JoinerAttack: Sendable {
  /// Without the school.
  public let without: ReleaseAttack
  /// With it.
  public let with: ReleaseAttack

  /// `nil` where one has not exactly one school more than the other.
  public init?(without: ReleaseAttack, with: ReleaseAttack) {
    guard with.figure.n == without.figure.n + 1, with.figure.values == without.figure.values else {
      return nil
    }
    (self.without, self.with) = (without, with)
  }

  /// What is believed of the joiner's judgement after both outputs where nobody else's changed: a correction, a
  /// late joiner, judgements carried forward.
  ///
  /// - Returns: `nil` where there are too many ways.
  public func frozen(
    _ earlier: PublishedFigure.Output, _ later: PublishedFigure.Output
  ) -> (before: Belief, after: Belief)? {
    let model = with.model
    guard let cohorts = CountVectors(total: without.figure.n, cells: model.points) else { return nil }
    let spreads = model.chances.map { cohorts.chances($0) }
    var found = [Double](repeating: 0, count: model.points)
    cohorts.forEach { counts, number in
      let first = without.likelihood(of: earlier, counts)
      guard first > 0 else { return }
      var more = counts
      for point in 0..<model.points {
        more[point] += 1
        let both = first * with.likelihood(of: later, more)
        more[point] -= 1
        guard both > 0 else { continue }
        for place in model.weights.indices {
          found[point] += both * model.weights[place] * model.chances[place][point] * spreads[place][number]
        }
      }
    }
    return found.contains { $0 > 0 } ? (model.prior(), Belief(weights: found)) : nil
  }

  /// Over all cohorts of the model where nobody else's judgement changes: exact, for mechanisms without chance.
  public func expectedFrozen() -> AttackOutcome? {
    guard case .function(let first) = without.kernel, case .function(let second) = with.kernel else {
      return nil
    }
    let model = with.model
    let spreads = model.chances.map { first.vectors.chances($0) }
    var joint: [Int: [Double]] = [:]
    first.vectors.forEach { counts, number in
      let earlier = first.output(of: counts) * second.outputs
      var more = counts
      for point in 0..<model.points {
        more[point] += 1
        let key = earlier + second.output(of: more)
        more[point] -= 1
        for place in model.weights.indices {
          joint[key, default: [Double](repeating: 0, count: model.points)][point] +=
            model.weights[place] * model.chances[place][point] * spreads[place][number]
        }
      }
    }
    return Self.outcome(model.prior(), joint)
  }

  /// The same where everybody else's judgement moves as in a year of the model.
  public func expectedAnnual() -> AttackOutcome? {
    guard case .function(let first) = without.kernel, case .function(let second) = with.kernel else {
      return nil
    }
    let model = with.model
    var joint: [Int: [Double]] = [:]
    for place in model.weights.indices {
      let spread = first.vectors.chances(model.chances[place])
      first.vectors.forEach { counts, number in
        let chance = model.weights[place] * spread[number]
        guard chance > 1e-9 else { return }
        let earlier = first.output(of: counts) * second.outputs
        for (moved, share) in Self.moved(counts, model.moves[place]) where share > 1e-7 {
          var more = moved
          for point in 0..<model.points {
            more[point] += 1
            joint[earlier + second.output(of: more), default: [Double](repeating: 0, count: model.points)][
              point] +=
              chance * share * model.chances[place][point]
            more[point] -= 1
          }
        }
      }
    }
    return Self.outcome(model.prior(), joint)
  }

  private static func outcome(_ before: Belief, _ joint: [Int: [Double]]) -> AttackOutcome {
    var outcome = AttackOutcome()
    for found in joint.values {
      outcome.add(before: before, after: Belief(weights: found), weight: found.reduce(0, +))
    }
    return outcome
  }

  /// Where schools at these points stand a year later, and how likely that is.
  private static func moved(_ counts: [Int], _ moves: [[Double]]) -> [[Int]: Double] {
    var found: [[Int]: Double] = [[Int](repeating: 0, count: counts.count): 1]
    for (from, count) in counts.enumerated() where count > 0 {
      guard let vectors = CountVectors(total: count, cells: counts.count) else { continue }
      let spread = vectors.chances(moves[from])
      var next: [[Int]: Double] = [:]
      vectors.forEach { part, number in
        for (base, chance) in found {
          next[zip(base, part).map { $0 + $1 }, default: 0] += chance * spread[number]
        }
      }
      found = next
    }
    return found
  }
}

extension ReleaseAttack {
  /// How likely an output is with these counts.
  func likelihood(of output: PublishedFigure.Output, _ counts: [Int]) -> Double {
    switch (kernel, output) {
    case (.none, _): 1
    case (.sum(let noise), .sum(let published)): noise.probability(of: published - figure.sum(of: counts))
    case (.counts(let noise), .counts(let published)):
      zip(published, counts).reduce(1) { $0 * noise.probability(of: $1.0 - $1.1) }
    case (.function(let table), _): table.number(of: output) == table.output(of: counts) ? 1 : 0
    default: 0
    }
  }
}
