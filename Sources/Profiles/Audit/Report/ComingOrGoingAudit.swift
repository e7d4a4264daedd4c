/// The attack by subtraction on a real pair of releases: somebody outside knows which school came or went and
/// takes everybody else's judgement to have stayed as it was.
struct ComingOrGoingAudit {
  /// The release with the school, and the one without it.
  let with: AuditedFigure
  let without: AuditedFigure
  /// The school's point.
  let point: Int
  private static let draws = 60

  /// `nil` unless exactly one school came, or exactly one went.
  ///
  /// - Parameter rows: for each subject of `later`, its row in `earlier`.
  init?(earlier: AuditedFigure, later: AuditedFigure, rows: [Int?]) {
    guard earlier.values == later.values else { return nil }
    let stayed = Set(rows.enumerated().compactMap { later.points[$0] == nil ? nil : $1 })
    let came = later.points.indices.filter { row in
      later.points[row] != nil && (rows[row].map { earlier.points[$0] == nil } ?? true)
    }
    let went = earlier.points.indices.filter { earlier.points[$0] != nil && !stayed.contains($0) }
    if came.count == 1, went.isEmpty, let point = later.points[came[0]] {
      (with, without, self.point) = (later, earlier, point)
    } else if went.count == 1, came.isEmpty, let point = earlier.points[went[0]] {
      (with, without, self.point) = (earlier, later, point)
    } else {
      return nil
    }
  }

  func actual() -> AttackOutcome? {
    guard let first = without.output, let second = with.output else { return nil }
    return outcome([(first, second)])
  }

  func expected(_ draws: inout AuditDraws) -> AttackOutcome? {
    if case .function = with.mechanism { return actual() }
    let (first, second) = (without.published, with.published)
    return outcome(
      (0..<Self.draws).map { _ in
        (first.publish(without.counts, using: &draws), second.publish(with.counts, using: &draws))
      })
  }

  private func outcome(
    _ pairs: [(PublishedFigure.Output, PublishedFigure.Output)]
  ) -> AttackOutcome? {
    let model = with.model
    var outcome = AttackOutcome()
    var subtraction: JoinerAttack?
    if case .function = with.mechanism {
      guard let small = ReleaseAttack(without.published, model: model),
        let large = ReleaseAttack(with.published, model: model)
      else { return nil }
      subtraction = JoinerAttack(without: small, with: large)
    }
    let sums = SumDistribution(model: model, values: with.values, schools: without.n)
    for (first, second) in pairs {
      let beliefs: (before: Belief, after: Belief)?
      if let subtraction {
        beliefs = subtraction.frozen(first, second)
      } else {
        beliefs = subtracted(first, second, model, sums)
      }
      guard let beliefs else { return nil }
      outcome.add(
        before: beliefs.before, after: beliefs.after, truth: point, weight: 1 / Double(pairs.count))
    }
    return outcome
  }

  /// Of two noisy sums: over every sum that the schools that stayed could have.
  private func subtracted(
    _ first: PublishedFigure.Output, _ second: PublishedFigure.Output, _ model: PopulationModel,
    _ sums: SumDistribution
  ) -> (before: Belief, after: Belief)? {
    guard case .sum(let small) = first, case .sum(let large) = second,
      let firstNoise = without.published.noise, let secondNoise = with.published.noise
    else { return nil }
    let weights = model.chances[0].indices.map { point in
      model.weights.indices.reduce(0.0) { total, place in
        var likelihood = 0.0
        for (offset, chance) in sums.chances[place].enumerated() where chance > 1e-12 {
          let sum = sums.lowest + offset
          likelihood +=
            chance * firstNoise.probability(of: small - sum)
            * secondNoise.probability(of: large - sum - with.values[point])
        }
        return total + model.weights[place] * model.chances[place][point] * likelihood
      }
    }
    return (model.prior(), Belief(weights: weights))
  }
}
