import Diagnostics

/// The cells of a CSV text, each with its place. Rows without content are left out.
package struct CSVTable: Sendable {
  package var rows: [CSVRow] = []
  /// The character between cells: a comma, semicolon or tab.
  var separator: UInt8 = UInt8(ascii: ",")
}

/// A row with content. Empty cells at its end are left out.
package struct CSVRow: Sendable {
  package var cells: [CSVCell]
  /// As spreadsheets count rows, from 1; those without content count as well.
  package var number = 0

  /// The cell at a position, where it holds anything.
  package subscript(column: Int) -> CSVCell? {
    column < cells.count && !cells[column].text.isEmpty ? cells[column] : nil
  }
}

/// What stands between two separators.
package struct CSVCell: Sendable {
  /// Without quotes, white space around it and the apostrophe of ``FormulaGuard``; line breaks are LF.
  package var text: String
  /// Quotes included.
  package var range: SourceRange
}
