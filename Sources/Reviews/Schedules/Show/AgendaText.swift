import Documents

/// What is due and overdue, for people.
public enum AgendaText {
  public static func text(_ agenda: Agenda) -> String {
    guard !agenda.entries.isEmpty else {
      return "\(agenda.day): nothing is due or overdue, and nothing is planned for the days ahead.\n"
    }
    var lines = ["As of \(agenda.day). Days that have passed are taken as kept."]
    for state in Agenda.State.allCases {
      let entries = agenda.entries.filter { $0.state == state }
      guard !entries.isEmpty else { continue }
      lines += ["", state.heading]
      lines += entries.map { "  " + line($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ entry: Agenda.Entry) -> String {
    let what = entry.review.map { "\(entry.title), review \($0) (\(entry.school))" } ?? entry.title
    switch entry.state {
    case .overdue: return "\(what): by \(entry.days.to) at the latest"
    case .due: return "\(what): by \(entry.days.to)"
    case .today, .soon: return "\(entry.days.words)  \(what)"
    }
  }
}
