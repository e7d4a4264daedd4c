import Profiles
import Sealing

/// An audit for other programs; it says itself that it is not for publication.
public enum AuditJSON {
  public static func json(_ audit: AuditedPage) -> JSONValue {
    let report = audit.report
    return [
      "schema": .string(AuditReport.schema),
      "mark": .string(AuditReport.mark),
      "basis": .string(report.basis == .fixed ? "fixed" : "supposed"),
      "framework": [
        "id": .string(audit.rubric.id), "version": .string(audit.rubric.version.description),
        "digest": .string(audit.rubric.digest.description),
      ],
      "period": .string(audit.period.description),
      "kind": .string(audit.kind.rawValue),
      "policy": .string(audit.policy),
      "payload": audit.digest.map { .string($0.description) } ?? .null,
      "unit": .string(report.unit.rawValue),
      "figures": .int(Int64(report.figures)),
      "judgements": .int(Int64(report.judgements)),
      "schools": .int(Int64(report.schools)),
      "earlier": .array(
        report.earlier.map {
          [
            "period": .string($0.period), "figures": .int(Int64($0.figures)), "assumed": .bool($0.isAssumed),
          ]
        }),
      "findings": .array(report.findings.map { finding(AuditWords(audit), $0) }),
      "hidden": .array(report.hidden.map(hidden)),
      "notices": .array(audit.notices.map { .string($0) }),
    ]
  }

  private static func finding(_ words: AuditWords, _ finding: AuditReport.Finding) -> JSONValue {
    [
      "attacker": .string(finding.attacker.name),
      "judgements": .int(Int64(finding.judgements)),
      "expected": outcome(finding.expected),
      "actual": outcome(finding.actual),
      "worst": finding.worst.map {
        ["id": .string($0.id), "title": .string($0.title), "outcome": outcome($0.outcome)]
      } ?? .null,
      "anyExpected": share(finding.anyExpected),
      "anyActual": share(finding.anyActual),
      "unchanged": finding.unchanged.map { .int(Int64($0)) } ?? .null,
      "words": .string(words.meaning(finding) + " " + words.sentence(finding)),
    ]
  }

  private static func outcome(_ outcome: AttackOutcome?) -> JSONValue {
    guard let outcome else { return .null }
    return [
      "certain": share(outcome.pinned), "halfCertain": share(outcome.sidePinned),
      "guessBefore": share(outcome.rightBefore), "guessAfter": share(outcome.rightAfter),
    ]
  }

  private static func hidden(_ hidden: AuditReport.Hidden) -> JSONValue {
    [
      "id": .string(hidden.id), "title": .string(hidden.title), "ways": .int(Int64(hidden.ways)),
      "bounds": .array(
        hidden.values.indices.map { place in
          [
            "value": .int(Int64(hidden.values[place])),
            "shown": hidden.shown.isEmpty ? .null : hidden.shown[place].map { .int(Int64($0)) } ?? .null,
            "fewest": .int(Int64(hidden.bounds[place].lowerBound)),
            "most": .int(Int64(hidden.bounds[place].upperBound)),
          ]
        }),
    ]
  }

  /// To six decimals.
  private static func share(_ share: Double?) -> JSONValue {
    share.map { .double(($0 * 1e6 + 0.5).rounded(.down) / 1e6) } ?? .null
  }
}
