/// The attack by subtraction on a real pair of releases: somebody outside knows which schools came or went and what
/// all of those but one were judged to be, and takes everybody else's judgement to have stayed as it was.
struct ComingOrGoingAudit {
  private let earlier: AuditedFigure
  private let later: AuditedFigure
  /// How many came, and how many went, by point.
  private let came: [Int]
  private let went: [Int]
  private let attacks: (earlier: ReleaseAttack, later: ReleaseAttack)

  /// `nil` where nobody came or went, or there are too many ways to go through.
  ///
  /// - Parameter rows: for each subject of `later`, its row in `earlier`.
  init?(earlier: AuditedFigure, later: AuditedFigure, rows: [Int?]) {
    guard earlier.values == later.values else { return nil }
    let none = [Int](repeating: 0, count: later.values.count)
    var (came, went) = (none, earlier.counts)
    for (row, point) in later.points.enumerated() {
      guard let point else { continue }
      if let before = rows[row].flatMap({ earlier.points[$0] }) {
        went[before] -= 1
      } else {
        came[point] += 1
      }
    }
    guard (came + went).contains(where: { $0 > 0 }),
      let first = ReleaseAttack(earlier.published, model: earlier.model),
      let second = ReleaseAttack(later.published, model: later.model)
    else { return nil }
    (self.earlier, self.later, self.came, self.went) = (earlier, later, came, went)
    attacks = (first, second)
  }

  /// How many judgements are attacked.
  var judgements: Int { (came + went).reduce(0, +) }

  /// With what was published in fact.
  func actual() -> AttackOutcome? {
    guard let first = earlier.output, let second = later.output else { return nil }
    return outcome([(first, second)])
  }

  /// The worst case: those that stayed had kept their judgements, as the attacker takes them to have.
  func expected(_ draws: inout AuditDraws) -> AttackOutcome? {
    let stayed = zip(later.counts, came).map { $0 - $1 }
    let before = zip(stayed, went).map { $0 + $1 }
    let isDrawn = earlier.published.isNoisy || later.published.isNoisy
    let targets = (came + went).count { $0 > 0 }
    return outcome(
      (0..<(isDrawn ? AuditDraws.times(over: targets) : 1)).map { _ in
        (
          earlier.published.publish(before, using: &draws),
          later.published.publish(later.counts, using: &draws)
        )
      })
  }

  /// Over everyone who came or went; those at the same point are attacked alike.
  private func outcome(
    _ pairs: [(earlier: PublishedFigure.Output, later: PublishedFigure.Output)]
  ) -> AttackOutcome? {
    var outcome = AttackOutcome()
    for (isComing, own, others) in [(true, came, went), (false, went, came)] {
      for (point, count) in own.enumerated() where count > 0 {
        var rest = own
        rest[point] -= 1
        let (without, with) =
          isComing ? (attacks.earlier, attacks.later) : (attacks.later, attacks.earlier)
        guard let attack = JoinerAttack(without: without, with: with, known: (others, rest)) else {
          return nil
        }
        let ordered = pairs.map { isComing ? ($0.earlier, $0.later) : ($0.later, $0.earlier) }
        for after in attack.frozen(ordered) {
          outcome.add(
            before: attack.before, after: after, truth: point,
            weight: Double(count) / Double(judgements * pairs.count))
        }
      }
    }
    return outcome
  }
}
