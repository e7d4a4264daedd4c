import Diagnostics

/// Mistakes that only a table can have; where a review's YAML can have the same mistake, the code is the same too.
public enum CSVCodes {
  static let openQuote = DiagnosticCode(
    "csv-open-quote", "A cell in quotes is never closed.",
    advice: "Put a quote mark at the end of the cell. A quote mark inside a quoted cell is written twice.")
  static let strayText = DiagnosticCode(
    "csv-stray-text", "Text follows a cell's closing quote mark.",
    advice: "A quote mark inside a quoted cell is written twice; spreadsheets do this when they save.")
  static let tooLarge = DiagnosticCode(
    "csv-too-large", "The table has more rows or columns than Waymark reads.",
    advice: "Check that this is the right file, and that only the one sheet was saved.")
  static let noTable = DiagnosticCode(
    "csv-no-table", "The row with the names of the columns is missing.",
    advice: "The judgements stand below a row `criterion,title,point,evidence,actions,challenge,statements`.")
  package static let extraCell = DiagnosticCode(
    "csv-extra-cell", "A cell has content where the layout has no column.",
    advice: "Move it to the column that it belongs to. A comma inside a text needs quotes around the text.")

  public static let all = [openQuote, strayText, tooLarge, noTable, extraCell]
}
