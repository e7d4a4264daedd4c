import Documents
import Sealing

/// Spells what a file of translated texts is made of, so that YAML reads it back as it was.
enum TextsYAML {
  private static let width = 100

  /// `key: text`, the text over several lines where it is long.
  static func entry(_ key: String, _ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent).unicodeScalars
    var spelt = String.UnicodeScalarView()
    var isAtStart = true
    for scalar in YAMLWriter.text(.members([(key, .string(text))]), width: width - indent).unicodeScalars {
      let isBreak = lineBreaks.contains(scalar)
      if isAtStart, !isBreak { spelt += margin }
      spelt.append(scalar)
      isAtStart = isBreak
    }
    return String(spelt)
  }

  /// What libyaml takes for the end of a line (YAML 1.1, section 4.2).
  private static let lineBreaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  /// A text as comment lines that start with `lead`.
  static func comment(_ text: String, lead: String) -> String {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || !isVisible($0) }.map { String($0) }
    return wrapped(words, after: lead + " ")
  }

  private static func wrapped(_ words: [String], after start: String) -> String {
    var text = ""
    var line = start
    for word in words {
      if line.count > start.count, line.count + 1 + word.count > width {
        text += line + "\n"
        line = start
      }
      line += (line.count > start.count ? " " : "") + word
    }
    return text + line + "\n"
  }

  /// A mark, in quotes where other programs would take it for a number.
  static func mark(_ mark: String) -> String {
    let isNumber = !mark.isEmpty && mark.allSatisfy { $0.isNumber || $0 == "e" }
    return isNumber ? "\"\(mark)\"" : mark
  }

  /// In double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where isVisible(scalar): out.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16)
        let digits = scalar.value > 0xFFFF ? 8 : 4
        out += (digits == 8 ? "\\U" : "\\u") + String(repeating: "0", count: digits - hex.count) + hex
      }
    }
    return out + "\""
  }

  /// What every version of YAML takes as it stands: no controls, line ends or byte order marks.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }
}
