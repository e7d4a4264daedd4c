/// The attack with several releases of the same judgement, by somebody who knows every other judgement behind
/// each of them, and which judgements did not change: more than anybody can know.
struct RepetitionAudit {
  let figure: AuditedFigure
  /// By subject, those earlier figures that hold the same judgement of it; the newest first.
  private let earlier: [[AuditedFigure]]
  private static let draws = 40

  /// - Parameter earlier: the same criterion in earlier releases, the newest first, with each subject's row there.
  init(_ figure: AuditedFigure, earlier: [(figure: AuditedFigure, rows: [Int?])]) {
    self.figure = figure
    self.earlier = figure.points.enumerated().map { row, point in
      guard let point else { return [] }
      return earlier.compactMap { other in
        other.rows[row].flatMap { other.figure.points[$0] == point ? other.figure : nil }
      }
    }
  }

  /// Judgements that an earlier release told of too.
  var unchanged: Int { earlier.count { !$0.isEmpty } }

  func actual() -> AttackOutcome? {
    average { row, point in
      var evidence: [[Double]] = []
      for one in [figure] + earlier[row] {
        guard let output = one.output else { return nil }
        evidence.append(FullKnowledge(one.published).evidence(output, others: one.others(of: point)))
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
    let known = figures.map { (figure: $0.published, counts: $0.counts, others: $0.others(of: point)) }
    let knowledge = known.map { FullKnowledge($0.figure) }
    return (0..<Self.draws).map { _ in
      zip(known, knowledge).map { one, knowledge in
        knowledge.evidence(one.figure.publish(one.counts, using: &draws), others: one.others)
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
