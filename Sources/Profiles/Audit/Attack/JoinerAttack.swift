/// The attack by subtraction: two releases between which schools came or went, and an attacker who knows which,
/// and what all of those but one were judged to be, but nothing of those that stayed. The one that is attacked
/// stands in one of the two releases only; whether it came or went is all the same.
public struct JoinerAttack: Sendable {
  /// Without the school.
  public let without: ReleaseAttack
  /// With it.
  public let with: ReleaseAttack
  private let known: (without: [Int], with: [Int])
  private let stayers: Stayers
  /// What is believed of the attacked judgement without any release.
  let before: Belief

  /// Every way in which the judgements of those that stayed could lie, with the attacked one's point: by way, then
  /// by point, how likely both are.
  private enum Stayers: Sendable {
    /// By the sum of their scores, from the lowest.
    case sums(lowest: Int, joint: [Double])
    case vectors(CountVectors, joint: [Double])
  }

  /// - Parameters:
  ///   - known: how many schools beside the attacked one only one of the releases holds, by point: in the one
  ///     without it, and in the one with it. Their judgements are known.
  /// - Returns: `nil` where the numbers of schools do not fit, or there are too many ways.
  public init?(
    without: ReleaseAttack, with: ReleaseAttack, known: (without: [Int], with: [Int])? = nil
  ) {
    let model = with.model
    let none = [Int](repeating: 0, count: model.points)
    let known = known ?? (none, none)
    let stayed = without.figure.n - known.without.reduce(0, +)
    guard stayed >= 0, with.figure.n == stayed + known.with.reduce(0, +) + 1,
      with.figure.values == without.figure.values
    else { return nil }
    (self.without, self.with, self.known) = (without, with, known)
    let all = zip(known.without, known.with).map { $0 + $1 }
    before = model.prior(known: all)
    let weights = model.weights(known: all)
    let ways: (count: Int, chances: [[Double]])
    if case .sum = without.kernel, case .sum = with.kernel {
      let sums = SumDistribution(model: model, values: with.figure.values, schools: stayed)
      ways = (sums.chances[0].count, sums.chances)
      stayers = .sums(lowest: sums.lowest, joint: Self.joint(ways, weights, model))
    } else {
      guard let vectors = CountVectors(total: stayed, cells: model.points),
        vectors.count * model.points <= 20_000_000
      else { return nil }
      ways = (vectors.count, model.chances.map { vectors.chances($0) })
      stayers = .vectors(vectors, joint: Self.joint(ways, weights, model))
    }
  }

  private static func joint(
    _ ways: (count: Int, chances: [[Double]]), _ weights: [Double], _ model: PopulationModel
  ) -> [Double] {
    var joint = [Double](repeating: 0, count: ways.count * model.points)
    for (place, weight) in weights.enumerated() {
      let (chances, own) = (ways.chances[place], model.chances[place].map { $0 * weight })
      var (way, index) = (0, 0)
      while way < ways.count {
        for chance in own {
          joint[index] += chances[way] * chance
          index += 1
        }
        way += 1
      }
    }
    return joint
  }

  /// What is believed of the attacked judgement after both outputs, by somebody who takes those that stayed to have
  /// kept theirs: a correction, a late joiner, judgements carried forward. Where they did not and nothing fits both,
  /// it is what was believed before.
  public func frozen(
    _ earlier: PublishedFigure.Output, _ later: PublishedFigure.Output
  ) -> (before: Belief, after: Belief) {
    (before, frozen([(earlier, later)])[0])
  }

  /// The beliefs after each of several pairs of outputs, the earlier release first.
  func frozen(_ pairs: [(PublishedFigure.Output, PublishedFigure.Output)]) -> [Belief] {
    switch stayers {
    case .sums(let lowest, let joint): pairs.map { belief(summed($0.0, $0.1, lowest, joint)) }
    case .vectors(let vectors, let joint): enumerated(pairs, vectors, joint).map(belief)
    }
  }

  private func belief(_ found: [Double]) -> Belief {
    found.contains { $0 > 0 } ? Belief(weights: found) : before
  }

  private func summed(
    _ earlier: PublishedFigure.Output, _ later: PublishedFigure.Output, _ lowest: Int, _ joint: [Double]
  ) -> [Double] {
    var found = [Double](repeating: 0, count: with.model.points)
    guard case .sum(let first) = earlier, case .sum(let second) = later,
      case .sum(let firstNoise) = without.kernel, case .sum(let secondNoise) = with.kernel
    else { return found }
    let values = with.figure.values
    let rests = (
      first - without.figure.sum(of: known.without) - lowest,
      second - with.figure.sum(of: known.with) - lowest
    )
    for sum in 0..<(joint.count / values.count) {
      let likely = firstNoise.probability(of: rests.0 - sum)
      for (point, value) in values.enumerated() {
        found[point] +=
          likely * joint[sum * values.count + point] * secondNoise.probability(of: rests.1 - sum - value)
      }
    }
    return found
  }

  private func enumerated(
    _ pairs: [(PublishedFigure.Output, PublishedFigure.Output)], _ vectors: CountVectors, _ joint: [Double]
  ) -> [[Double]] {
    let points = with.model.points
    guard let rows = OutputReadings(pairs.map(\.0), without),
      let columns = OutputReadings(pairs.map(\.1), with)
    else { return pairs.map { oneByOne($0.0, $0.1, vectors, joint) } }
    // By both readings and the attacked one's point.
    var read = [Double](repeating: 0, count: rows.count * columns.count * points)
    vectors.forEach { counts, number in
      guard let row = rows.reading(zip(counts, known.without).map { $0 + $1 }) else { return }
      var more = zip(counts, known.with).map { $0 + $1 }
      for point in 0..<points {
        more[point] += 1
        if let column = columns.reading(more) {
          read[(row * columns.count + column) * points + point] += joint[number * points + point]
        }
        more[point] -= 1
      }
    }
    return pairs.indices.map { pair in
      var found = [Double](repeating: 0, count: points)
      for (row, first) in rows.likelihoods[pair].enumerated() where first > 0 {
        for (column, second) in columns.likelihoods[pair].enumerated() where second > 0 {
          let start = (row * columns.count + column) * points
          for point in 0..<points { found[point] += first * second * read[start + point] }
        }
      }
      return found
    }
  }

  private func oneByOne(
    _ earlier: PublishedFigure.Output, _ later: PublishedFigure.Output, _ vectors: CountVectors,
    _ joint: [Double]
  ) -> [Double] {
    var found = [Double](repeating: 0, count: with.model.points)
    vectors.forEach { counts, number in
      let first = without.likelihood(of: earlier, zip(counts, known.without).map { $0 + $1 })
      guard first > 0 else { return }
      var more = zip(counts, known.with).map { $0 + $1 }
      for point in found.indices {
        more[point] += 1
        found[point] += first * joint[number * found.count + point] * with.likelihood(of: later, more)
        more[point] -= 1
      }
    }
    return found
  }

  /// Over all cohorts of the model where one school came and nobody else's judgement changes: exact, for noisy sums
  /// and mechanisms without chance.
  public func expectedFrozen() -> AttackOutcome? {
    guard with.figure.n == without.figure.n + 1 else { return nil }
    switch (without.kernel, with.kernel, stayers) {
    case (.sum(let first), .sum(let second), .sums(let lowest, let joint)):
      return expectedFrozen(first, second, lowest, joint)
    case (.function(let first), .function(let second), .vectors(let vectors, let chances)):
      let points = with.model.points
      var joint: [Int: [Double]] = [:]
      vectors.forEach { counts, number in
        let earlier = first.output(of: counts) * second.outputs
        var more = counts
        for point in 0..<points {
          more[point] += 1
          joint[earlier + second.output(of: more), default: [Double](repeating: 0, count: points)][point] +=
            chances[number * points + point]
          more[point] -= 1
        }
      }
      return Self.outcome(before, joint)
    default: return nil
    }
  }

  private func expectedFrozen(
    _ first: NoiseTable, _ second: NoiseTable, _ low: Int, _ joint: [Double]
  ) -> AttackOutcome {
    let values = with.figure.values
    let sums = joint.count / values.count
    let high = low + sums - 1
    // Noise past this is less likely than one in 10^12.
    let (near, far) = (first.reach * 2 / 3, second.reach * 2 / 3)
    var outcome = AttackOutcome()
    for earlier in (low - near)...(high + near) {
      let likely = (0..<sums).map { first.probability(of: earlier - low - $0) }
      for later in (low + (values.first ?? 0) - far)...(high + (values.last ?? 0) + far) {
        var found = [Double](repeating: 0, count: values.count)
        for (offset, chance) in likely.enumerated() where chance > 0 {
          for (point, value) in values.enumerated() {
            found[point] +=
              chance * joint[offset * values.count + point]
              * second.probability(of: later - low - offset - value)
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
      with.figure.n == without.figure.n + 1,
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
    let moves = model.moves
    for place in model.weights.indices {
      let spread = first.vectors.chances(model.chances[place])
      first.vectors.forEach { counts, number in
        let chance = model.weights[place] * spread[number]
        guard chance > 1e-10 else { return }
        let earlier = first.output(of: counts) * second.outputs
        for (moved, share) in year.moved(counts, moves[place]).enumerated() {
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
  fileprivate func likelihood(of output: PublishedFigure.Output, _ counts: [Int]) -> Double {
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
