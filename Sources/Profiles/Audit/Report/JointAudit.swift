/// The attack on all of a school's judgements at once, by somebody who knows every other school's: what its
/// judgements share is learnt from all figures and used on each. With earlier releases, the attacker also knows
/// which judgements, or which scores over a section, did not change since.
struct JointAudit {
  private let figures: [AuditedFigure]
  private let attack: JointAttack
  /// By subject: its points on every criterion behind the figures.
  private let rows: [[Int?]]
  /// By subject: what the others' judgements tell of its level.
  private let levels: [[Double]]

  struct Result {
    var outcome = AttackOutcome()
    /// The share of schools of which at least one judgement is pinned.
    var any = 0.0
    var judgements = 0
    /// How many judgements an earlier release told of too.
    var unchanged = 0
  }

  /// What is published of each figure: in this release, then in each earlier one.
  private typealias Outputs = [[PublishedFigure.Output]]

  /// `nil` where fewer than two criteria stand behind the figures.
  init?(_ release: AuditedRelease) {
    let parts = release.figures.flatMap { figure in figure.parts.map { ($0, figure.values) } }
    guard parts.count > 1, parts.allSatisfy({ Self.isEven($0.1) }) else { return nil }
    figures = release.figures
    let rows = release.subjects.indices.map { row in parts.map { $0.0.points[row] } }
    let sections = rows.flatMap { row in Self.judged(row, release.figures) }
    let attack = JointAttack(
      parts.map { AuditedFigure.model($0.0.points, $0.1.count) }, sections: sections)
    let marks = rows.map { attack.marks(of: $0) }
    levels = rows.indices.map { row in
      attack.levels(others: rows.indices.filter { $0 != row }.map { marks[$0] })
    }
    (self.rows, self.attack) = (rows, attack)
  }

  /// Points one apart, as the attack adds them up.
  private static func isEven(_ values: [Int]) -> Bool {
    zip(values.dropFirst(), values).allSatisfy { $0 - $1 == 1 }
  }

  /// By figure: the criteria behind it that a school is judged on.
  private static func judged(_ row: [Int?], _ figures: [AuditedFigure]) -> [[Int]] {
    var start = 0
    return figures.map { figure in
      defer { start += figure.parts.count }
      return (start..<start + figure.parts.count).filter { row[$0] != nil }
    }
  }

  /// With what was published in fact; `nil` where some of it is not fixed.
  func actual(with earlier: EarlierFigures? = nil) -> Result? {
    var outputs: Outputs = []
    for (index, figure) in figures.enumerated() {
      let all = ([figure] + (earlier?[index].map(\.figure) ?? [])).compactMap(\.output)
      guard all.count == 1 + (earlier?[index].count ?? 0) else { return nil }
      outputs.append(all)
    }
    return result([outputs], earlier)
  }

  /// Over noise as it could have been drawn.
  func expected(with earlier: EarlierFigures? = nil, _ draws: inout AuditDraws) -> Result {
    let others = figures.indices.flatMap { earlier?[$0].map(\.figure) ?? [] }
    let isDrawn = (figures + others).contains { $0.published.isNoisy }
    let times = isDrawn ? AuditDraws.times(over: rows.count) : 1
    let all = (0..<times).map { _ in
      figures.enumerated().map { index, figure in
        ([figure] + (earlier?[index].map(\.figure) ?? [])).map {
          $0.published.publish($0.counts, using: &draws)
        }
      }
    }
    return result(all, earlier)
  }

  private func result(_ all: [Outputs], _ earlier: EarlierFigures?) -> Result {
    var result = Result()
    var schools = 0
    for row in rows.indices where rows[row].contains(where: { $0 != nil }) {
      schools += 1
      let judged = Self.judged(rows[row], figures)
      let before = attack.beliefs(levels: levels[row])
      for outputs in all {
        let told = figures.indices.compactMap {
          self.told(row, $0, judged[$0], outputs[$0], earlier?[$0] ?? [])
        }
        var isPinned = false
        let after = attack.beliefs(levels: levels[row], told: told, before: before)
        for (criterion, truth) in rows[row].enumerated() {
          guard let truth else { continue }
          result.outcome.add(
            before: before[criterion], after: after[criterion], truth: truth, weight: 1 / Double(all.count))
          isPinned = isPinned || after[criterion].pins(from: before[criterion])
        }
        if isPinned { result.any += 1 / Double(all.count) }
      }
      result.judgements += rows[row].count { $0 != nil }
      for (index, figure) in figures.enumerated() {
        guard let point = figure.points[row], let earlier,
          earlier[index].contains(where: { $0.isSame(row, as: point) })
        else { continue }
        result.unchanged += judged[index].count
      }
    }
    result.any /= Double(max(schools, 1))
    result.outcome = result.outcome.scaled(by: 1 / Double(max(result.judgements, 1)))
    return result
  }

  /// What a figure tells of the sum of a school's points behind it, in this release and in all earlier ones of
  /// the same judgements.
  private func told(
    _ row: Int, _ index: Int, _ judged: [Int], _ outputs: [PublishedFigure.Output],
    _ earlier: [EarlierFigures.Earlier]
  ) -> JointAttack.Told? {
    guard let point = figures[index].points[row] else { return nil }
    var same = [(figures[index], outputs[0])]
    for (other, output) in zip(earlier, outputs.dropFirst()) where other.isSame(row, as: point) {
      same.append((other.figure, output))
    }
    let scores = FullKnowledge.sum(
      same.map { figure, output in figure.knowledge.evidence(output, others: figure.others(of: point)) })
    let most = (figures[index].values.count - 1) * judged.count
    return JointAttack.Told(
      criteria: judged, evidence: (0...most).map { Self.evidence(Double($0) / Double(judged.count), scores) })
  }

  /// Between the points, in proportion: a section's mean may lie anywhere.
  private static func evidence(_ place: Double, _ scores: [Double]) -> Double {
    let low = min(Int(place), scores.count - 1)
    let high = min(low + 1, scores.count - 1)
    let share = place - Double(low)
    if share == 0 || scores[low] == scores[high] { return scores[low] }
    guard scores[low].isFinite, scores[high].isFinite else { return share < 0.5 ? scores[low] : scores[high] }
    return scores[low] + share * (scores[high] - scores[low])
  }
}
