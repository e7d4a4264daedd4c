import Diagnostics
import Documents

/// The answers of a survey: a row a response, a column a question.
public struct SurveyTable: Sendable {
  /// The columns in the order of the file.
  let columns: [Column]
  let responses: [CSVRow]

  struct Column: Sendable {
    var header: CSVCell
    /// Which of several with the same header, from 1.
    var nth: Int
  }

  /// Most questions that are read; Microsoft Forms allows 200, each statement of a grid being a column.
  private static let mostColumns = 1_000

  /// - Returns: `nil` where there are no answers; then `bag` says why.
  public init?(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) {
    guard
      let table = CSVReader.read(source, file, columns: Self.mostColumns, into: &bag)
    else { return nil }
    guard let head = table.rows.first, table.rows.count > 1 else {
      bag.report(
        SurveyCodes.noResponses, "There is no row below the names of the columns.",
        at: table.rows.first?.cells.last?.range)
      return nil
    }
    var seen: [String: Int] = [:]
    columns = head.cells.map { cell in
      let key = SurveyHeader.normalized(cell.text)
      seen[key, default: 0] += 1
      return Column(header: cell, nth: seen[key] ?? 1)
    }
    responses = Array(table.rows.dropFirst())
  }

  /// The position of a column that a mapping names.
  func position(of name: SurveyColumnName) -> Int? {
    let key = SurveyHeader.normalized(name.header.value)
    return columns.firstIndex { SurveyHeader.normalized($0.header.text) == key && $0.nth == name.nth ?? 1 }
  }

  /// How a message names a column.
  func shown(_ column: Int) -> String { "“\(SurveyHeader.shown(columns[column].header.text))”" }
}
