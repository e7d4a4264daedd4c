import Documents
import Frameworks
import Reviews
import Workspaces

/// Where watch lists stand, for the terminal.
public enum WatchListText {
  /// - Parameter onlyDue: only those on a list whose report is wanted by now.
  public static func text(_ lists: [WatchStatus], onlyDue: Bool = false) -> String {
    let blocks = lists.map { onlyDue ? due($0) : describe($0) }
    var lines = [mark]
    for block in blocks { lines += [""] + block }
    return lines.joined(separator: "\n") + "\n"
  }

  static let mark = "Private to the partnership: a watch list is never part of anything that is published."

  private static func heading(_ status: WatchStatus) -> [String] {
    TerminalText.underlined("\(status.declared.list.title) (\(status.declared.rubric.reference))")
  }

  private static func due(_ status: WatchStatus) -> [String] {
    let due = status.watched.filter { $0.due?.isDue ?? false }
    let lines = heading(status)
    return due.isEmpty
      ? lines + ["No report is due on \(status.day)."]
      : lines + due.flatMap { [""] + watched($0, status.declared) }
  }

  private static func describe(_ status: WatchStatus) -> [String] {
    var lines = heading(status)
    lines += ["", "Proposed: \(number(status.proposed.count))"]
    for proposal in status.proposed {
      lines += [""] + TerminalText.hanging("  ", proposal.member.label)
      lines += proposal.findings.flatMap { findings($0) }
    }
    lines += ["", "On the list: \(number(status.watched.count))"]
    for watched in status.watched { lines += [""] + Self.watched(watched, status.declared) }
    if !status.left.isEmpty { lines += ["", "Left: \(status.left.count)", ""] }
    for left in status.left { lines += Self.left(left, status.declared) }
    return lines
  }

  private static func findings(_ findings: WatchFindings) -> [String] {
    var lines: [String] = []
    for pulled in findings.triggers {
      lines += TerminalText.hanging("    - ", pulled.trigger.title)
      if let text = pulled.trigger.text { lines += TerminalText.hanging("      ", text) }
      if !pulled.signals.isEmpty {
        lines += TerminalText.hanging("      why: ", pulled.signals.map(\.title).joined(separator: "; "))
      }
    }
    let review = [
      findings.review.kind == .own ? "self-review" : "peer review", findings.review.period.description,
      findings.occasion, findings.review.date?.description,
    ].compactMap(\.self)
    lines += TerminalText.hanging("      from: ", review.joined(separator: ", "))
    if !findings.trends.isEmpty {
      let trends = findings.trends.map {
        "\($0.trend.title): \($0.category.title) (\($0.change > 0 ? "+" : "")\(ChartNumber.figure($0.change)))"
      }
      lines += TerminalText.hanging("      trends: ", trends.joined(separator: "; "))
    }
    return lines
  }

  private static func watched(_ watched: WatchedMember, _ declared: DeclaredWatchList) -> [String] {
    let entry = watched.entry
    var lines = TerminalText.hanging("  ", "\(watched.member.label), since \(entry.openedOn)")
    lines += opening(entry, declared)
    for report in entry.reports { lines += Self.report(report) }
    if let due = watched.due { lines += TerminalText.hanging("    ", words(due)) }
    lines += TerminalText.hanging("    enough? ", WatchWording.sides(entry, declared))
    switch watched.mayLeave {
    case .holds: lines += TerminalText.hanging("    ", "Its framework lets it leave.")
    case .holdsNot, .notEvaluable, .failed:
      lines += TerminalText.hanging("    ", "Its framework does not let it leave yet.")
    case nil: break
    }
    if !watched.findings.isEmpty { lines.append("    Its latest reviews still say:") }
    return lines + watched.findings.flatMap { findings($0) }
  }

  private static func opening(_ entry: WatchEntry, _ declared: DeclaredWatchList) -> [String] {
    guard let opening = entry.opening else { return ["    What was written was erased."] }
    let role = declared.role(opening.role)?.title ?? opening.role
    var lines = TerminalText.hanging("    answers for it: ", "\(opening.owner), \(role)")
    if let reason = opening.reason { lines += TerminalText.hanging("    why: ", reason) }
    return lines
  }

  private static func report(_ report: WatchReport) -> [String] {
    guard let content = report.content else { return ["    report of \(report.day): erased"] }
    let progress = content.progress.map { ", \($0.rawValue)" } ?? ""
    return TerminalText.hanging("    report of \(report.day): ", "\(content.text) (\(content.by)\(progress))")
  }

  private static func words(_ due: ReportDue) -> String {
    if due.isOverdue {
      let more = due.missed > 1 ? " \(due.missed) reports are missing." : ""
      return "OVERDUE: a report was due by \(due.days.upperBound).\(more)"
    }
    return due.isDue
      ? "A report is due by \(due.days.upperBound)."
      : "The next report is due between \(due.days.lowerBound) and \(due.days.upperBound)."
  }

  private static func left(_ left: FormerlyWatched, _ declared: DeclaredWatchList) -> [String] {
    let entry = left.entry
    let days = "\(entry.openedOn) to \(entry.endedOn.map(\.description) ?? "")"
    let reports = English.count(entry.reports.count, "report")
    return TerminalText.hanging(
      "  ", "\(left.member.label), \(days), \(reports); \(WatchWording.sides(entry, declared))")
  }

  private static func number(_ count: Int) -> String { count == 0 ? "nobody" : "\(count)" }
}

/// Sentences that the terminal shows of watch lists.
enum WatchWording {
  static func sides(_ entry: WatchEntry, _ declared: DeclaredWatchList) -> String {
    declared.list.closedBy.map { side in
      guard let word = entry.words.first(where: { $0.side == side.id.value }), word.isEnough else {
        return "\(side.title): not yet"
      }
      return "\(side.title): yes, on \(word.day)\(word.by.map { " (\($0))" } ?? "")"
    }.joined(separator: "; ")
  }
}
