import Documents
import Frameworks
import Workspaces

/// Who has handed in a review, who is missing and who consents, for the terminal.
public enum WorkspaceStatusText {
  /// - Parameters:
  ///   - framework: only this framework's id.
  ///   - period: only this school year.
  public static func text(_ status: WorkspaceStatus, framework: String? = nil, period: Period? = nil)
    -> String
  {
    var lines = [
      TerminalText.clean(status.partnership.name),
      "\(count(status.members.count, "member")), \(status.members.count(where: { $0.consents(to: .sheet) })) consent today to being part of a published sheet",
    ]
    let silent = status.members.filter { !$0.consents(to: .sheet) }
    if !silent.isEmpty, silent.count < status.members.count {
      lines += TerminalText.hanging("  no consent: ", names(silent.map(\.member)))
    }
    let occasions = status.occasions.filter {
      (framework == nil || $0.framework == framework) && (period == nil || $0.period == period)
    }
    if status.members.contains(where: { $0.consents(to: .pool) }) {
      let without = status.members.filter { !$0.consents(to: .pool) }
      lines.append("\(status.members.count - without.count) consent today to being part of a pool")
      if !without.isEmpty { lines += TerminalText.hanging("  no consent: ", names(without.map(\.member))) }
    }
    for school in status.unsettled {
      lines += TerminalText.hanging(
        "  ",
        TerminalText.clean(
          "\(school.member.label) is part of no release until \(school.until): rule “\(ReleaseRule.history.rawValue)”"
        ))
    }
    if occasions.isEmpty {
      lines += [
        "", "No reviews\(framework.map { " of \($0)" } ?? "")\(period.map { " for \($0)" } ?? "") yet.",
      ]
    }
    for occasion in occasions { lines += [""] + describe(occasion) }
    let releases = status.releases.filter {
      (framework == nil || $0.identity.framework == framework)
        && (period == nil || $0.identity.period == period)
    }
    for release in releases {
      lines += ["", describe(release)]
      lines += leftOut(release.leftOut + (status.waiting[release.identity] ?? []), status)
    }
    for contribution in status.contributions
    where (framework == nil || contribution.identity.framework == framework)
      && (period == nil || contribution.identity.period == period)
    {
      lines += ["", describe(contribution)]
      lines += leftOut(contribution.leftOut + (status.waitingPools[contribution.identity] ?? []), status)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// By name: this is for the partnership alone.
  private static func leftOut(_ all: [LeftOut], _ status: WorkspaceStatus) -> [String] {
    all.flatMap { left in
      let names = left.members.map { id in status.members.first { $0.member.id == id }?.member.label ?? id }
      return TerminalText.hanging("  ", TerminalText.clean("\(left.words): \(names.joined(separator: ", "))"))
    }
  }

  private static func describe(_ contribution: Contribution) -> String {
    let identity = contribution.identity
    let state =
      switch contribution.state {
      case .fixed:
        "fixed on \(contribution.fixedOn) with \(count(contribution.cohort.count, "school")), not handed over yet"
      case .cancelled(let at): "cancelled on \(at.prefix(10)): a school withdrew its consent"
      case .handedOver(let at): "handed over on \(at.prefix(10))"
      }
    return
      "Contribution to a pool of \(identity.framework) \(identity.major) for \(identity.period): \(state)"
  }

  private static func describe(_ occasion: ReviewOccasion) -> [String] {
    let who = occasion.kind == .own ? "self-reviews" : "peer reviews"
    var lines = [
      "\(occasion.framework) \(occasion.major), \(occasion.period), \(who): \(occasion.agreed.count) of \(occasion.standings.count) agreed"
    ]
    if !occasion.drafts.isEmpty { lines += TerminalText.hanging("  still a draft: ", names(occasion.drafts)) }
    if !occasion.missing.isEmpty { lines += TerminalText.hanging("  missing: ", names(occasion.missing)) }
    return lines
  }

  private static func describe(_ release: Release) -> String {
    let identity = release.identity
    let state =
      switch release.state {
      case .fixed: "fixed on \(release.fixedOn) with \(count(release.cohort.count, "school")), not signed yet"
      case .cancelled(let at): "cancelled on \(at.prefix(10)): a school withdrew its consent"
      case .signed(let signed): "signed for \(signed.origin)"
      }
    return "Release of \(identity.framework) \(identity.major) for \(identity.period): \(state)"
  }

  private static func names(_ members: [Member]) -> String {
    TerminalText.clean(members.map(\.label).joined(separator: ", "))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
