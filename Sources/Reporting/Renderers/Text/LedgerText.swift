import Workspaces

/// What the ledger holds, for the terminal.
public enum LedgerText {
  public static func text(_ overview: LedgerOverview) -> String {
    var lines = [
      "\(TerminalText.clean(overview.partnership.name)): the ledger on \(overview.day), not for publication",
      "Sheets may tell \(overview.cap.epsilon) of one school and criterion in any \(overview.cap.years) years.",
    ]
    for school in overview.unsettled {
      lines.append(
        "\(TerminalText.clean(school.member.label)) is part of no release until \(school.until): rule “\(ReleaseRule.history.rawValue)”"
      )
    }
    if overview.rows.isEmpty { lines.append("Nothing was told of any member yet.") }
    var last: (member: String, framework: String)?
    for row in overview.rows {
      if last?.member != row.member.id || last?.framework != row.framework {
        lines += ["", "\(TerminalText.clean(row.member.label)), \(row.framework)"]
        last = (row.member.id, row.framework)
      }
      lines.append("  \(name(row.criterion)): \(words(row))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func name(_ criterion: String) -> String {
    criterion == LedgerSpend.every ? "every criterion" : criterion
  }

  private static func words(_ row: LedgerOverview.Row) -> String {
    var parts = ["spent \(row.spent), left \(row.left)"]
    parts.append("in \(count(row.sheets, "sheet")) and \(count(row.pools, "pool"))")
    if let free = row.nextFree { parts.append("the oldest part is free again on \(free)") }
    return parts.joined(separator: "; ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
