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
      lines += (release.leftOut + (status.waiting[release.identity] ?? [])).flatMap {
        TerminalText.hanging("  ", $0.words)
      }
    }
    return lines.joined(separator: "\n") + "\n"
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
