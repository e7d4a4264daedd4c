import Documents
import Frameworks
import Reviews
import Sealing
import Workspaces

/// Where watch lists stand, for programs of the partnership.
public enum WatchListJSON {
  /// - Parameter onlyDue: only those on a list whose report is wanted by now.
  public static func value(_ lists: [WatchStatus], onlyDue: Bool = false) -> JSONValue {
    .members([
      ("notice", .string(WatchListText.mark)), ("lists", .array(lists.map { list($0, onlyDue) })),
    ])
  }

  private static func list(_ status: WatchStatus, _ onlyDue: Bool) -> JSONValue {
    let declared = status.declared
    let watched = status.watched.filter { !onlyDue || $0.due?.isDue ?? false }
    return .members([
      ("framework", .string(declared.rubric.reference)), ("id", .string(declared.list.id.value)),
      ("title", .string(declared.list.title)), ("day", .string(status.day.description)),
      ("proposed", onlyDue ? nil : .array(status.proposed.map(proposal))),
      ("watched", .array(watched.map { self.watched($0, declared) })),
      (
        "left",
        onlyDue
          ? nil : .array(status.left.map { .members(person($0.member) + self.entry($0.entry, declared)) })
      ),
    ])
  }

  private static func proposal(_ proposal: WatchProposal) -> JSONValue {
    .members(person(proposal.member) + [("because", .array(proposal.findings.map(findings)))])
  }

  private static func findings(_ findings: WatchFindings) -> JSONValue {
    .members([
      ("kind", .string(findings.review.kind.rawValue)),
      ("period", .string(findings.review.period.description)), ("occasion", text(findings.occasion)),
      ("date", text(findings.review.date?.description)), ("review", .int(findings.review.id)),
      (
        "triggers",
        .array(
          findings.triggers.map {
            .members([
              ("id", .string($0.trigger.id.value)), ("title", .string($0.trigger.title)),
              ("text", text($0.trigger.text)), ("signals", .array($0.signals.map(signal))),
            ])
          })
      ),
      (
        "trends",
        .array(
          findings.trends.map {
            .members([
              ("id", .string($0.trend.id.value)), ("title", .string($0.trend.title)),
              ("category", .string($0.category.id.value)), ("change", .double($0.change)),
            ])
          })
      ),
    ])
  }

  private static func signal(_ signal: Signal) -> JSONValue {
    .members([("id", .string(signal.id.value)), ("title", .string(signal.title))])
  }

  private static func watched(_ watched: WatchedMember, _ declared: DeclaredWatchList) -> JSONValue {
    .members(
      person(watched.member) + entry(watched.entry, declared) + [
        ("due", watched.due.map(due)), ("mayLeave", watched.mayLeave.map { .bool($0 == .holds) }),
        ("because", .array(watched.findings.map(findings))),
      ])
  }

  private static func due(_ due: ReportDue) -> JSONValue {
    .members([
      ("from", .string(due.days.lowerBound.description)), ("by", .string(due.days.upperBound.description)),
      ("isDue", .bool(due.isDue)), ("isOverdue", .bool(due.isOverdue)), ("missed", .int(Int64(due.missed))),
    ])
  }

  private static func entry(_ entry: WatchEntry, _ declared: DeclaredWatchList) -> [(String, JSONValue?)] {
    [
      ("since", .string(entry.openedOn.description)), ("until", text(entry.endedOn?.description)),
      ("owner", text(entry.opening?.owner)), ("ownerRole", text(entry.opening?.role)),
      ("reason", text(entry.opening?.reason)), ("reports", .array(entry.reports.map(report))),
      (
        "sides",
        .array(
          declared.list.closedBy.map { side in
            let word = entry.words.first { $0.side == side.id.value }
            return .members([
              ("id", .string(side.id.value)), ("title", .string(side.title)),
              ("enough", .bool(word?.isEnough ?? false)), ("date", text(word?.day.description)),
              ("by", text(word?.by)),
            ])
          })
      ),
    ]
  }

  private static func report(_ report: WatchReport) -> JSONValue {
    .members([
      ("date", .string(report.day.description)), ("by", text(report.content?.by)),
      ("progress", text(report.content?.progress?.rawValue)), ("text", text(report.content?.text)),
    ])
  }

  private static func person(_ member: Member) -> [(String, JSONValue?)] {
    [("subject", .string(member.id)), ("name", .string(member.name))]
  }

  private static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
}
