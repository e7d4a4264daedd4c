import Diagnostics
import Reporting
import Workspaces

/// Who is part of a release and who is not, by the names that the workspace knows.
struct PreviewedMembers {
  let inside: PreviewInside

  init(_ release: Release, _ workspace: Workspace) throws(Failure) {
    let members = try workspace.members()
    let consents = Dictionary(grouping: try workspace.consents(), by: \.member)
    let names = Dictionary(members.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    func list(_ members: [String]) -> String { members.map { names[$0] ?? $0 }.joined(separator: ", ") }

    let waiting = try workspace.waiting(after: release, on: Clock.today)
    var leftOut = (release.leftOut + waiting).map { left in
      "\(left.words) (\(left.rule.meaning)): \(list(left.members)). \(left.rule.help)"
    }
    let known = Set(release.cohort.map(\.member) + (release.leftOut + waiting).flatMap(\.members))
    let missing = members.map(\.id).filter { !known.contains($0) }
    let unwilling = missing.filter { member in
      !(consents[member] ?? []).contains { Self.covered($0, release) }
    }
    if !unwilling.isEmpty {
      let rule = ReleaseRule.consent
      leftOut.append(
        "\(Self.schools(unwilling)) no consent to this release when it was fixed: rule “\(rule.rawValue)” "
          + "(\(rule.meaning)): \(list(unwilling)). \(rule.help) It counts from the next school year’s release on."
      )
    }
    let unreviewed = missing.filter { !unwilling.contains($0) }
    if !unreviewed.isEmpty {
      leftOut.append(
        "\(Self.schools(unreviewed)) no agreed review of this kind when it was fixed: \(list(unreviewed)). What "
          + "came since waits for the next school year’s release.")
    }
    inside = PreviewInside(counted: release.cohort.map { names[$0.member] ?? $0.member }, leftOut: leftOut)
  }

  private static func schools(_ members: [String]) -> String {
    members.count == 1 ? "1 school had" : "\(members.count) schools had"
  }

  /// Whether it held on the day on which the release was fixed.
  private static func covered(_ consent: Consent, _ release: Release) -> Bool {
    consent.purpose == .sheet && [release.audience, Consent.everyone].contains(consent.audience)
      && consent.from <= release.fixedOn && release.fixedOn <= consent.until ?? release.fixedOn
      && consent.endedOn.map { $0 > release.fixedOn } ?? true
  }
}
