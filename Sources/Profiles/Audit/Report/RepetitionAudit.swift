/// The attack with several releases of the same judgement, by somebody who knows every other judgement behind
/// each of them, and which judgements did not change: more than anybody can know.
struct RepetitionAudit {
  let figure: AuditedFigure
  /// By subject, those earlier figures that hold the same judgement of it; the newest first.
  private let earlier: [[AuditedFigure]]

  /// - Parameter earlier: the same criterion in earlier releases, the newest first.
  init(_ figure: AuditedFigure, earlier: [EarlierFigures.Earlier] = []) {
    self.figure = figure
    self.earlier = figure.points.enumerated().map { row, point in
      guard let point else { return [] }
      return earlier.filter { $0.isSame(row, as: point) }.map(\.figure)
    }
  }

  /// Judgements that an earlier release told of too.
  var unchanged: Int { earlier.count { !$0.isEmpty } }

  func actual() -> AttackOutcome? {
    average { row, point in
      var evidence: [[Double]] = []
      for one in [figure] + earlier[row] {
        guard let output = one.output else { return nil }
        evidence.append(one.knowledge.evidence(output, others: one.others(of: point)))
      }
      return [evidence]
    }
  }

  func expected(_ draws: inout AuditDraws) -> AttackOutcome? {
    average { row, point in drawn([figure] + earlier[row], point, &draws) }
  }

  /// The figure itself, published so often with noise of its own each time.
  func expected(years: Int, _ draws: inout AuditDraws) -> AttackOutcome? {
    average { _, point in drawn(Array(repeating: figure, count: years), point, &draws) }
  }

  private func drawn(_ figures: [AuditedFigure], _ point: Int, _ draws: inout AuditDraws) -> [[[Double]]] {
    let known = figures.map { ($0, others: $0.others(of: point)) }
    let isDrawn = figures.contains { $0.published.isNoisy }
    return (0..<(isDrawn ? AuditDraws.times(over: figure.n) : 1)).map { _ in
      known.map { figure, others in
        figure.knowledge.evidence(figure.published.publish(figure.counts, using: &draws), others: others)
      }
    }
  }

  /// Over all subjects and all that could be told of each; `nil` where nothing is told of one.
  private func average(_ told: (_ row: Int, _ point: Int) -> [[[Double]]]?) -> AttackOutcome? {
    let model = figure.model
    var outcome = AttackOutcome()
    for (row, point) in figure.points.enumerated() {
      guard let point else { continue }
      guard let all = told(row, point) else { return nil }
      let before = model.prior(known: figure.others(of: point))
      for evidence in all {
        outcome.add(
          before: before, after: before.updated(by: FullKnowledge.sum(evidence)), truth: point,
          weight: 1 / Double(all.count * figure.n))
      }
    }
    return outcome
  }
}
