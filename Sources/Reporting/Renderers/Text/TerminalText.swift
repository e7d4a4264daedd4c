/// Text on its way to a terminal.
enum TerminalText {
  /// How wide a listing may be.
  static let width = 100

  /// Control characters, which a terminal would obey, as U+FFFD; line breaks and tabs as spaces.
  static func clean(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        clean.append(scalar.properties.isWhitespace ? " " : "\u{FFFD}")
      case .format where isDirectional(scalar): clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// Marks that turn the direction of what follows, and so can disguise it (UTR 36, section 2.6).
  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Lines of at most `width` characters, broken between words where possible.
  static func wrap(_ text: String, width: Int = width) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in clean(text).split(separator: " ") {
      var word = Substring(word)
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while line.isEmpty, word.count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A paragraph in which every line but the first is set in by as much as `lead` is long.
  static func hanging(_ lead: String, _ text: String, width: Int = width) -> [String] {
    wrap(text, width: width - lead.count).enumerated().map { index, line in
      (index == 0 ? lead : String(repeating: " ", count: lead.count)) + line
    }
  }

  static func underlined(_ title: String) -> [String] {
    let lines = wrap(title)
    return lines + [String(repeating: "-", count: lines.map(\.count).max() ?? 0)]
  }
}
