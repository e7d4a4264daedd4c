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

  /// Over all cohorts of the model where nobody else's judgement changes: exact, for noisy sums and mechanisms
  /// without chance.
  public func expectedFrozen() -> AttackOutcome? {
    if case .sum(let first) = without.kernel, case .sum(let second) = with.kernel {
      return expectedFrozen(first, second)
    }
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

  private func expectedFrozen(_ first: NoiseTable, _ second: NoiseTable) -> AttackOutcome {
    let (model, values) = (with.model, with.figure.values)
    let sums = SumDistribution(model: model, values: values, schools: without.figure.n)
    // By sum of the stayers and the joiner's point.
    let joint = sums.chances[0].indices.map { offset in
      values.indices.map { point in
        model.weights.indices.reduce(0) {
          $0 + model.weights[$1] * model.chances[$1][point] * sums.chances[$1][offset]
        }
      }
    }
    let (low, high) = (sums.lowest, sums.lowest + joint.count - 1)
    // Noise past this is less likely than one in 10^12.
    let (near, far) = (first.reach * 2 / 3, second.reach * 2 / 3)
    let before = model.prior()
    var outcome = AttackOutcome()
    for earlier in (low - near)...(high + near) {
      let likely = joint.indices.map { first.probability(of: earlier - low - $0) }
      for later in (low + (values.first ?? 0) - far)...(high + (values.last ?? 0) + far) {
        var found = [Double](repeating: 0, count: values.count)
        for (offset, chance) in likely.enumerated() where chance > 0 {
          for (point, value) in values.enumerated() {
            found[point] +=
              chance * joint[offset][point] * second.probability(of: later - low - offset - value)
          }
        }
        let weight = found.reduce(0, +)
        if weight > 0 { outcome.add(before: before, after: Belief(weights: found), weight: weight) }
      }
    }
    return outcome
  }

  /// The same where everybody else's judgement moves as in a year of the model.
  public func expectedAnnual() -> AttackOutcome? {
    guard case .function(let first) = without.kernel, case .function(let second) = with.kernel,
      let year = YearOfMoves(total: without.figure.n, cells: with.model.points)
    else { return nil }
    let model = with.model
    // By the moved vector and the joiner's point: the later output.
    var later: [[Int]] = []
    first.vectors.forEach { counts, _ in
      var more = counts
      later.append(
        (0..<model.points).map { point in
          more[point] += 1
          defer { more[point] -= 1 }
          return second.output(of: more)
        })
    }
    var joint: [Int: [Double]] = [:]
    for place in model.weights.indices {
      let spread = first.vectors.chances(model.chances[place])
      first.vectors.forEach { counts, number in
        let chance = model.weights[place] * spread[number]
        guard chance > 1e-10 else { return }
        let earlier = first.output(of: counts) * second.outputs
        for (moved, share) in year.moved(counts, model.moves[place]).enumerated() {
          for point in 0..<model.points {
            joint[earlier + later[moved][point], default: [Double](repeating: 0, count: model.points)][
              point] +=
              chance * share * model.chances[place][point]
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
