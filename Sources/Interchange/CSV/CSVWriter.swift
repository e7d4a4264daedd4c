import Reviews

/// Writes rows as RFC 4180 has them, in the form that spreadsheets open without asking: with a byte order mark, CR LF
/// at line ends, and no cell that starts a formula.
struct CSVWriter {
  private(set) var text = "\u{FEFF}"

  mutating func row(_ cells: [String]) {
    text += cells.map { Self.cell($0) }.joined(separator: ",") + "\r\n"
  }

  private static func cell(_ content: String) -> String {
    // No spreadsheet takes a NUL, and a cell's line breaks are LF.
    let visible = content.replacing("\0", with: "").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let content = FormulaGuard.guarded(visible.trimmedAsRead)
    let needsQuotes = content.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }
    guard needsQuotes else { return content }
    var quoted = "\""
    for scalar in content.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
