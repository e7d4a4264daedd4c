import Registries

/// A comparison as CSV (RFC 4180): one row a figure, place and period.
public enum ComparisonCSV {
  public static func text(_ answer: ComparisonAnswer) -> String { text(rows: answer.csvRows) }

  static func text(rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let safe = startsFormula(text) ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes || safe.first == " " || safe.last == " " else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// True where a spreadsheet would take the text for a formula and run it; a plain negative number is none.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return false
    }
    return text.wholeMatch(of: #/-[0-9]+(\.[0-9]+)?/#) == nil
  }
}
