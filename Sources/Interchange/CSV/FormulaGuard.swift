/// Keeps a spreadsheet from taking a text for a formula (CWE-1236): an apostrophe goes before a text that starts with
/// `=`, `+`, `-` or `@`, and is taken off again on reading.
enum FormulaGuard {
  /// Texts that start with apostrophes before such a character get one more, so that reading is the exact reverse.
  static func guarded(_ text: String) -> String { startsFormula(text) ? "'" + text : text }

  static func unguarded(_ text: String) -> String {
    text.unicodeScalars.first == "'" && startsFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func startsFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map { "=+-@".unicodeScalars.contains($0) } ?? false
  }
}
