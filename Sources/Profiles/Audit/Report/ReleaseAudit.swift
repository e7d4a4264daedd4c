/// Attacks one release as reference attackers would (DISCLOSURE section 2), and puts what they come to together.
public enum ReleaseAudit {
  /// - Parameters:
  ///   - release: with the exact judgements behind it.
  ///   - earlier: what attackers hold besides, the oldest first.
  ///   - assumed: those of `earlier` whose judgements are not at hand.
  ///   - years: how many unchanged years are looked ahead.
  public static func report(
    on release: AuditedRelease, basis: AuditReport.Basis = .fixed, earlier: [AuditedRelease] = [],
    assumed: Set<Int> = [], years: Int = 3
  ) -> AuditReport {
    var draws = AuditDraws()
    var report = AuditReport(
      basis: basis, unit: release.unit, figures: release.figures.count, judgements: release.judgements,
      schools: release.subjects.count, isNoisy: release.figures.contains { $0.published.isNoisy })
    let pairs = EarlierFigures(release, earlier)
    report.earlier = earlier.enumerated().map { index, other in
      .init(
        period: other.period.description, figures: pairs.count(in: index), isAssumed: assumed.contains(index))
    }
    let alone = release.figures.compactMap { KnowledgeAudit($0) }
    for (attacker, knowledge) in known {
      report.findings += finding(
        attacker,
        alone.map { audit in
          (audit.figure, audit.figure.n, audit.expected(knowledge), audit.actual(knowledge))
        })
    }
    report.findings += comingOrGoing(release, pairs, &draws)
    if pairs.hasAny { report.findings += repetition(release, pairs, &draws) }
    report.findings += finding(
      .unchanged(years: years),
      release.figures.map { figure in
        let audit = RepetitionAudit(figure)
        return (figure, figure.n, audit.expected(years: years, &draws), nil)
      })
    if let joint = JointAudit(release) {
      report.findings.append(finding(.joint, joint.expected(&draws), joint.actual()))
      if pairs.hasAny {
        let expected = joint.expected(with: pairs, &draws)
        var finding = finding(.jointRepetition, expected, joint.actual(with: pairs))
        finding.unchanged = expected.unchanged
        report.findings.append(finding)
      }
    }
    report.hidden = hidden(release)
    return report
  }

  private static let known: [(AuditReport.Attacker, AttackerKnowledge)] = [
    (.outsider, .outsider), (.member, .member), (.coalition, .coalition), (.allButOne, .allButOne),
  ]

  private typealias Result = (
    figure: AuditedFigure, judgements: Int, expected: AttackOutcome?, actual: AttackOutcome?
  )

  /// One attacker over all figures; none where nothing was attacked.
  private static func finding(_ attacker: AuditReport.Attacker, _ results: [Result]) -> [AuditReport.Finding]
  {
    let attacked = results.filter { $0.expected != nil || $0.actual != nil }
    guard !attacked.isEmpty else { return [] }
    let judgements = attacked.reduce(0) { $0 + $1.judgements }
    func mean(_ part: (Result) -> AttackOutcome?) -> AttackOutcome? {
      var sum = AttackOutcome()
      for result in attacked {
        guard let outcome = part(result) else { return nil }
        sum = sum + outcome.scaled(by: Double(result.judgements) / Double(judgements))
      }
      return sum
    }
    let worst = attacked.max { weight($0) < weight($1) }
    return [
      AuditReport.Finding(
        attacker: attacker, judgements: judgements, expected: mean(\.expected), actual: mean(\.actual),
        worst: worst.map {
          .init(
            id: $0.figure.id, title: $0.figure.title, outcome: $0.expected ?? $0.actual ?? AttackOutcome())
        })
    ]
  }

  /// What makes a figure the worst: who is certain first, then how much better the guesses are.
  private static func weight(_ result: Result) -> Double {
    let outcome = result.expected ?? result.actual ?? AttackOutcome()
    return 1_000 * outcome.pinned + outcome.rightAfter - outcome.rightBefore
  }

  private static func comingOrGoing(
    _ release: AuditedRelease, _ pairs: EarlierFigures, _ draws: inout AuditDraws
  ) -> [AuditReport.Finding] {
    var results: [Result] = []
    for (index, figure) in release.figures.enumerated() {
      for other in pairs[index] {
        guard let audit = ComingOrGoingAudit(earlier: other.figure, later: figure, rows: other.rows) else {
          continue
        }
        results.append((figure, audit.judgements, audit.expected(&draws), audit.actual()))
      }
    }
    return finding(.comingOrGoing, results)
  }

  private static func repetition(
    _ release: AuditedRelease, _ pairs: EarlierFigures, _ draws: inout AuditDraws
  ) -> [AuditReport.Finding] {
    var results: [Result] = []
    var unchanged = 0
    for (index, figure) in release.figures.enumerated() {
      let audit = RepetitionAudit(figure, earlier: pairs[index])
      unchanged += audit.unchanged
      results.append((figure, figure.n, audit.expected(&draws), audit.actual()))
    }
    return finding(.repetition, results).map { finding in
      var finding = finding
      finding.unchanged = unchanged
      return finding
    }
  }

  private static func finding(
    _ attacker: AuditReport.Attacker, _ expected: JointAudit.Result, _ actual: JointAudit.Result?
  ) -> AuditReport.Finding {
    AuditReport.Finding(
      attacker: attacker, judgements: expected.judgements, expected: expected.outcome,
      actual: actual?.outcome, worst: nil, anyExpected: expected.any, anyActual: actual?.any)
  }

  private static func hidden(_ release: AuditedRelease) -> [AuditReport.Hidden] {
    release.figures.compactMap { figure in
      guard let output = figure.output, let cells = HiddenCells.fitting(output, of: figure.published) else {
        return nil
      }
      var shown: [Int?] = []
      if case .key(let key) = output, key.count == figure.values.count {
        shown = key.map { $0 < 0 ? nil : $0 }
      }
      return AuditReport.Hidden(
        id: figure.id, title: figure.title, values: figure.values, shown: shown, bounds: cells.bounds,
        ways: cells.ways)
    }
  }
}
