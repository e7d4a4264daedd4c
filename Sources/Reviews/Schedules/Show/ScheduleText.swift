import Documents
import Frameworks

/// A schedule for people, as a table of text.
public enum ScheduleText {
  public static func text(_ schedule: Schedule, _ framework: ResolvedFramework) -> String {
    let table = ScheduleTable(schedule, framework)
    let content = framework.framework
    var lines = [
      "Reviews of \(schedule.partnership.value), \(schedule.period.value)",
      "\(content.title), version \(content.version.value)", "",
    ]
    let widths = table.columns.indices.map { column in
      ([table.columns[column]] + table.rows.flatMap { $0[column] }).map(\.count).max() ?? 0
    }
    lines.append(line(table.columns, widths))
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for row in table.rows {
      for place in 0..<(row.map(\.count).max() ?? 0) {
        lines.append(line(row.map { place < $0.count ? $0[place] : "" }, widths))
      }
    }
    if table.rows.isEmpty { lines.append("No reviews yet.") }
    if let lead = table.lead { lines += ["", "* \(lead)"] }
    if !schedule.meetings.isEmpty {
      lines += ["", "Besides"]
      lines += schedule.meetings.map { meeting in
        let cadence = content.process.cadences.first { $0.id.value == meeting.cadence.value }
        return "  \(meeting.date.value)  \(cadence?.title ?? meeting.cadence.value)"
      }
    }
    if let note = schedule.note { lines += ["", note] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
    var text = padded.joined(separator: "  ")
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
