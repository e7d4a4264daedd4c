import ArgumentParser
import Workspaces

/// `waymark workspace list`
struct WorkspaceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List members, reviews, consents, releases or the audit trail.")

  enum What: String, ExpressibleByArgument, CaseIterable { case members, reviews, consents, releases, audit }

  @Argument(help: "members, reviews, consents, releases or audit.")
  var what = What.members

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let lines =
      switch what {
      case .members: try workspace.members().map(Self.line)
      case .reviews: try workspace.reviews().map(Self.line)
      case .consents: try workspace.consents().map(Self.line)
      case .releases: try workspace.releases().map(Self.line)
      case .audit:
        try workspace.auditTrail().map { "\($0.change)  \($0.at)  \($0.who)  \($0.words)" }
      }
    try Console.print(
      lines.isEmpty ? "There are no \(what.rawValue) yet.\n" : lines.joined(separator: "\n") + "\n")
  }

  private static func line(_ member: Member) -> String {
    "\(member.id)  \(member.name)  \(member.region)  \(member.phase?.rawValue ?? "-")"
  }

  private static func line(_ review: StoredReview) -> String {
    "\(review.subject)  \(review.reference)  \(review.period)  \(review.kind.rawValue)  \(review.status.rawValue)  revision \(review.revision)  \(review.file)"
  }

  private static func line(_ consent: Consent) -> String {
    let until = consent.until.map { "until \($0)" } ?? "until withdrawn"
    let ended = consent.endedOn.map { ", ended on \($0)" } ?? ""
    return
      "\(consent.member)  \(consent.purpose.rawValue) with \(consent.audience) from \(consent.from) \(until)\(ended)"
  }

  private static func line(_ release: Release) -> String {
    let state =
      switch release.state {
      case .fixed: "fixed on \(release.fixedOn), not signed yet"
      case .cancelled(let at): "cancelled on \(at.prefix(10))"
      case .signed(let signed): "signed for \(signed.origin), \(signed.leaf)"
      }
    return
      "\(release.identity.framework)@\(release.version)  \(release.identity.period)  \(release.identity.kind.rawValue)  \(state)"
  }
}
