/// Numbers as text and back. Stricter than Swift's own: no spaces, no hexadecimal fractions, no names but those
/// of infinity and not-a-number.
enum NumberText {
  static func int(_ text: String) -> Int64? { Int64(text) }

  static func uint(_ text: String) -> UInt64? { text.hasPrefix("+") ? nil : UInt64(text) }

  static func double(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity", "inf", "+inf", "Inf", "+Inf": return .infinity
    case "-Infinity", "-inf", "-Inf": return -.infinity
    default:
      let isPlain = text.utf8.allSatisfy { Lexer.isDigit($0) || ".eE+-".utf8.contains($0) }
      guard isPlain, let number = Double(text), number.isFinite else { return nil }
      return number
    }
  }

  /// The shortest text that gives the same number back; a whole number has no fraction.
  static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
