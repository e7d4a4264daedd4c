/// The attack on all of a school's judgements at once, by somebody who knows every other school's: what its
/// judgements share is learnt from all figures and used on each.
struct JointAudit {
  private let release: AuditedRelease
  private let columns: [Int]
  private let attack: JointAttack
  private let rows: [[Int?]]
  private static let draws = 6

  struct Result {
    var outcome = AttackOutcome()
    /// The share of schools of which at least one judgement is pinned.
    var any = 0.0
    var judgements = 0
  }

  /// `nil` where fewer than two criteria stand behind the figures.
  init?(_ release: AuditedRelease) {
    let parts = release.figures.flatMap { figure in figure.parts.map { ($0, figure.values) } }
    guard parts.count > 1, parts.allSatisfy({ Self.isEven($0.1) }) else { return nil }
    self.release = release
    columns = parts.map(\.0.column)
    attack = JointAttack(parts.map { AuditedFigure.model($0.0.points, $0.1.count) })
    rows = release.subjects.indices.map { row in parts.map { $0.0.points[row] } }
  }

  /// Points one apart, as the attack adds them up.
  private static func isEven(_ values: [Int]) -> Bool {
    zip(values.dropFirst(), values).allSatisfy { $0 - $1 == 1 }
  }

  func actual() -> Result? {
    guard release.figures.allSatisfy({ $0.output != nil }) else { return nil }
    return result { figures in [figures.map { $0.output ?? .nothing }] }
  }

  func expected(_ draws: inout AuditDraws) -> Result {
    let all = (0..<Self.draws).map { _ in
      release.figures.map { $0.published.publish($0.counts, using: &draws) }
    }
    return result { _ in all }
  }

  private func result(
    _ outputs: ([AuditedFigure]) -> [[PublishedFigure.Output]]
  ) -> Result {
    let outputs = outputs(release.figures)
    var result = Result()
    var schools = 0
    for row in rows.indices where rows[row].contains(where: { $0 != nil }) {
      schools += 1
      let levels = attack.levels(others: rows.indices.filter { $0 != row }.map { rows[$0] })
      for output in outputs {
        let beliefs = attack.beliefs(levels: levels, told: told(row, output))
        var isPinned = false
        for (criterion, belief) in beliefs.enumerated() {
          guard let truth = rows[row][criterion] else { continue }
          result.outcome.add(
            before: belief.before, after: belief.after, truth: truth, weight: 1 / Double(outputs.count))
          isPinned = isPinned || belief.after.pins(from: belief.before)
        }
        if isPinned { result.any += 1 / Double(outputs.count) }
      }
      result.judgements += rows[row].count { $0 != nil }
    }
    result.any /= Double(max(schools, 1))
    result.outcome = result.outcome.scaled(by: 1 / Double(max(result.judgements, 1)))
    return result
  }

  /// What each figure tells of the sum of the school's points behind it.
  private func told(_ row: Int, _ outputs: [PublishedFigure.Output]) -> [JointAttack.Told] {
    var told: [JointAttack.Told] = []
    var start = 0
    for (figure, output) in zip(release.figures, outputs) {
      let own = (start..<start + figure.parts.count).filter { rows[row][$0] != nil }
      start += figure.parts.count
      guard let point = figure.points[row] else { continue }
      let scores = FullKnowledge(figure.published).evidence(output, others: figure.others(of: point))
      let most = (figure.values.count - 1) * own.count
      told.append(
        JointAttack.Told(
          criteria: own, evidence: (0...most).map { Self.evidence(Double($0) / Double(own.count), scores) }))
    }
    return told
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
