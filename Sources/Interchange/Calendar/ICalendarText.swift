/// Writes lines as iCalendar has them (RFC 5545, sections 3.1 and 3.3.11): CR LF at their ends, none longer than 75
/// octets, texts escaped.
struct ICalendarText {
  private(set) var text = ""

  /// A line of a property, folded where it is long; no character is torn apart.
  mutating func line(_ content: String) {
    var room = Self.longest
    var folded = ""
    for scalar in content.unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        folded += "\r\n "
        // The space counts.
        room = Self.longest - 1
      }
      folded.unicodeScalars.append(scalar)
      room -= width
    }
    text += folded + "\r\n"
  }

  /// A property whose value is a text.
  mutating func property(_ name: String, _ value: String) { line("\(name):\(Self.escaped(value))") }

  /// Control characters, which no reader takes, are left out.
  static func escaped(_ value: String) -> String {
    var out = ""
    for scalar in value.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\" + String(scalar)
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": out += "\\n"
      case "\t": out += "\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let longest = 75
}
