/// What an attack comes to over all cohorts that the model could bring forth: exact, no draws.
extension ReleaseAttack {
  /// - Returns: `nil` where there are too many ways to go through, and for noisy counts with unknown schools
  ///   beside the attacked one (`simulated` is for those).
  public func expected(_ knowledge: AttackerKnowledge) -> AttackOutcome? {
    let known = knowledge.known(of: figure.n)
    guard let cohorts = CountVectors(total: known, cells: model.points) else { return nil }
    switch kernel {
    case .none:
      let before = model.prior()
      var outcome = AttackOutcome()
      outcome.add(before: before, after: before, weight: 1)
      return outcome
    case .sum(let noise): return expected(noise, over: cohorts)
    case .counts: return nil
    case .function(let table): return expected(table, over: cohorts)
    }
  }

  /// What an attack on a real cohort comes to: over the noise that could have been drawn, for one school.
  ///
  /// - Parameters:
  ///   - target: the school's point.
  ///   - known: how many of the others the attacker knows at each point.
  ///   - unknown: how many of the others the attacker does not know, at each point.
  /// - Returns: `nil` for noisy counts, and where there are too many ways.
  public func outcome(target: Int, known: [Int], unknown: [Int]) -> AttackOutcome? {
    var counts = zip(known, unknown).map { $0 + $1 }
    counts[target] += 1
    var outcome = AttackOutcome()
    switch kernel {
    case .none:
      let before = model.prior(known: known)
      outcome.add(before: before, after: before, truth: target)
    case .counts: return nil
    case .function:
      guard case .function(let publish) = figure.mechanism else { return nil }
      let output = publish(counts).map { PublishedFigure.Output.key($0) } ?? .nothing
      guard let (before, after) = beliefs(after: output, known: known) else { return nil }
      outcome.add(before: before, after: after, truth: target)
    case .sum(let noise):
      let before = model.prior(known: known)
      let posteriors = SumPosteriors(self, noise, unknown: unknown.reduce(0, +))
      let weights = model.weights(known: known)
      let rest = figure.sum(of: counts) - figure.sum(of: known)
      for (offset, after) in posteriors.beliefs(weights).enumerated() {
        let weight = noise.probability(of: posteriors.lowest + offset - rest)
        outcome.add(before: before, after: after.belief, truth: target, weight: weight)
      }
    }
    return outcome
  }

  private func expected(_ noise: NoiseTable, over cohorts: CountVectors) -> AttackOutcome {
    let posteriors = SumPosteriors(self, noise, unknown: figure.n - 1 - cohorts.total)
    let spreads = model.chances.map { cohorts.chances($0) }
    var outcome = AttackOutcome()
    for number in 0..<cohorts.count {
      let joint = model.weights.indices.map { model.weights[$0] * spreads[$0][number] }
      let chance = joint.reduce(0, +)
      guard chance > 1e-15 else { continue }
      let weights = joint.map { $0 / chance }
      let before = prior(weights)
      for after in posteriors.beliefs(weights) where after.chance > 0 {
        outcome.add(before: before, after: after.belief, weight: chance * after.chance)
      }
    }
    return outcome
  }

  private func expected(_ table: OutputTable, over cohorts: CountVectors) -> AttackOutcome? {
    let cells = model.points
    guard let rests = CountVectors(total: figure.n - 1 - cohorts.total, cells: cells),
      cohorts.count <= 2_000_000_000 / (rests.count * cells * model.weights.count)
    else { return nil }
    let spreads = model.chances.map { cohorts.chances($0) }
    let others = model.chances.map { rests.chances($0) }
    var vectors: [[Int]] = []
    rests.forEach { counts, _ in vectors.append(counts) }
    var sums = [Double](repeating: 0, count: table.outputs * cells)
    var isTouched = [Bool](repeating: false, count: table.outputs)
    var outcome = AttackOutcome()
    cohorts.forEach { known, number in
      let joint = model.weights.indices.map { model.weights[$0] * spreads[$0][number] }
      let chance = joint.reduce(0, +)
      guard chance > 1e-15 else { return }
      let weights = joint.map { $0 / chance }
      var touched: [Int] = []
      var counts = known
      for (rest, vector) in vectors.enumerated() {
        for cell in 0..<cells { counts[cell] = known[cell] + vector[cell] }
        for point in 0..<cells {
          counts[point] += 1
          let output = table.output(of: counts)
          counts[point] -= 1
          if !isTouched[output] {
            isTouched[output] = true
            touched.append(output)
          }
          var weight = 0.0
          for place in weights.indices {
            weight += weights[place] * model.chances[place][point] * others[place][rest]
          }
          sums[output * cells + point] += weight
        }
      }
      let before = prior(weights)
      for output in touched {
        let found = Array(sums[(output * cells)..<((output + 1) * cells)])
        let weight = found.reduce(0, +)
        if weight > 0 {
          outcome.add(before: before, after: Belief(weights: found), weight: chance * weight)
        }
        for cell in 0..<cells { sums[output * cells + cell] = 0 }
        isTouched[output] = false
      }
    }
    return outcome
  }

  private func prior(_ weights: [Double]) -> Belief {
    Belief(
      weights: (0..<model.points).map { point in
        weights.indices.reduce(0) { $0 + weights[$1] * model.chances[$1][point] }
      })
  }
}

/// What is believed after every noisy sum that can come up, as the known schools' part is taken away.
struct SumPosteriors {
  /// The first of them.
  let lowest: Int
  private let cells: Int
  /// By place, sum and point: how likely both are.
  private let joint: [[Double]]

  init(_ attack: ReleaseAttack, _ noise: NoiseTable, unknown: Int) {
    let (model, values) = (attack.model, attack.figure.values)
    let sums = SumDistribution(model: model, values: values, schools: unknown)
    let (low, high) = (values.first ?? 0, values.last ?? 0)
    // Noise past this is less likely than one in 10^13.
    let reach = min(noise.reach, noise.reach * 2 / 3 + 1)
    lowest = low * (unknown + 1) - reach
    let count = (high - low) * (unknown + 1) + 2 * reach + 1
    let start = lowest
    cells = values.count
    joint = model.chances.indices.map { place in
      var blurred = [Double](repeating: 0, count: count + high - low)
      for (offset, chance) in sums.chances[place].enumerated() where chance > 0 {
        for index in blurred.indices {
          // The place that `values[point] = low` would need.
          blurred[index] +=
            chance * noise.probability(of: start + index - (high - low) - low - sums.lowest - offset)
        }
      }
      var joint: [Double] = []
      joint.reserveCapacity(count * values.count)
      for index in 0..<count {
        for (point, value) in values.enumerated() {
          joint.append(model.chances[place][point] * blurred[index + (high - low) - (value - low)])
        }
      }
      return joint
    }
  }

  func beliefs(_ weights: [Double]) -> [(belief: Belief, chance: Double)] {
    var mixed = [Double](repeating: 0, count: joint[0].count)
    for (place, weight) in weights.enumerated() where weight > 1e-12 {
      for index in mixed.indices { mixed[index] += weight * joint[place][index] }
    }
    return stride(from: 0, to: mixed.count, by: cells).map { start in
      let found = Array(mixed[start..<(start + cells)])
      return (Belief(weights: found), found.reduce(0, +))
    }
  }
}
