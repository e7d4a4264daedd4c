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
    var rest = overview.rows[...]
    while let first = rest.first {
      let own = rest.prefix { $0.member.id == first.member.id && $0.framework == first.framework }
      rest = rest.dropFirst(own.count)
      lines += ["", "\(TerminalText.clean(first.member.label)), \(first.framework)"] + describe(Array(own))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A school's criteria, those together of which the same is to be said.
  private static func describe(_ rows: [LedgerOverview.Row]) -> [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for row in rows {
      let words = words(row)
      if names[words] == nil { order.append(words) }
      names[words, default: []].append(name(row.criterion))
    }
    return order.flatMap { TerminalText.hanging("  ", "\(English.list(names[$0] ?? [])): \($0)") }
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
