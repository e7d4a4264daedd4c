import Documents

/// Spells single values so that YAML reads them back as they were, whatever they hold.
enum YAMLText {
  /// An id, a path, a date or a version: plain, in quotes only where a YAML program would take it for something else.
  static func word(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return "\"\"" }
    let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber { return first == "0" && word.utf8.count > 1 ? "\"\(word)\"" : word }
    let isLetter = ("a"..."z").contains(first)
    return isLetter && !wordsWithMeaning.contains(word) ? word : "\"\(word)\""
  }

  /// Free text, without the white space around it.
  ///
  /// - Parameter indent: of the key (or dash) before it; a text of several lines becomes a block below it.
  static func prose(_ text: String, indent: Int) -> String {
    let text = text.trimmedAsRead
    guard text.unicodeScalars.contains("\n"),
      text.unicodeScalars.allSatisfy({ $0 == "\n" || isPlainlyVisible($0) })
    else { return quoted(text) }
    let margin = String(repeating: " ", count: indent + 2)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return "|-" + lines.map { $0.isEmpty ? "\n" : "\n\(margin)\(String($0))" }.joined()
  }

  /// A value of any kind: numbers, `true`, `false` and days plain, everything else as free text.
  static func plain(_ value: PlainValue, indent: Int) -> String {
    let isPlain =
      value.boolean != nil || value.day != nil || value.number.map { $0.plain == value.text } ?? false
    return isPlain ? value.text : prose(value.text, indent: indent)
  }

  /// For a comment: one line of words, without anything that could end the comment or that YAML forbids.
  static func commentWords(_ text: String) -> [String] {
    text.unicodeScalars
      .split { $0.properties.isWhitespace || !isPlainlyVisible($0) }
      .map { String($0) }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where isPlainlyVisible(scalar): out.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out +=
          (scalar.value > 0xFFFF ? "\\U" : "\\u")
          + String(repeating: "0", count: (scalar.value > 0xFFFF ? 8 : 4) - hex.count) + hex
      }
    }
    return out + "\""
  }

  /// What YAML 1.1 and 1.2 both take as it stands (c-printable, without line breaks, tabs and byte order marks).
  private static func isPlainlyVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static let wordsWithMeaning: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]
}

extension String {
  /// Without what a reader drops at both ends of a text: spaces and control characters.
  public var trimmedAsRead: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(bytes[first...last]) ?? self
  }
}
