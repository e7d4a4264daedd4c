import Documents
import Frameworks
import Reviews

/// A schedule as a table for spreadsheets: the columns that people know from paper, several lines in a cell where
/// several people share it.
public enum ScheduleCSV {
  public static func text(_ schedule: Schedule, _ framework: ResolvedFramework) -> String {
    let table = ScheduleTable(schedule, framework)
    var writer = CSVWriter()
    writer.row(table.columns.map { $0 == "Team" && table.lead != nil ? "Team (* \(table.lead ?? ""))" : $0 })
    for row in table.rows { writer.row(row.map { $0.joined(separator: "\n") }) }
    return writer.text
  }
}
