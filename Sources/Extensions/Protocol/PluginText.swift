import Sealing

/// Text that a plugin wrote, made safe to print: no escape sequence (ECMA-48), no control character and
/// nothing that turns the direction of writing round, so that it cannot paint over what Waymark says.
public enum PluginText {
  /// How many characters of a message are shown.
  public static let longest = 2_000

  /// One line of at most `limit` characters; line breaks and tabs become spaces.
  public static func clean(_ text: String, limit: Int = longest) -> String {
    clean(text, limit: limit, keepsLines: false)
  }

  /// The value with every text in it, keys too, cleaned; line breaks and tabs stay, and nothing is cut.
  public static func clean(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(clean(text, limit: .max, keepsLines: true))
    case .array(let elements): .array(elements.map(clean))
    case .object(let members):
      .object(
        members.map {
          JSONValue.Member(clean($0.key, limit: .max, keepsLines: true), clean($0.value))
        })
    default: value
    }
  }

  /// Whether a line of JSON can hold what has to be cleaned away: most hold nothing of the kind, and are not
  /// walked through again.
  static func isSuspect(_ line: [UInt8]) -> Bool {
    var index = 0
    while index < line.count {
      switch line[index] {
      // An escape by number, a deletion, the controls U+0080 to U+009F, and U+2000 to U+2FFF and U+FEFF.
      case UInt8(ascii: "\\"):
        guard index + 1 < line.count else { return true }
        switch line[index + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
          break
        default: return true
        }
        index += 1
      case 0x7f, 0xef: return true
      case 0xc2 where index + 1 < line.count && line[index + 1] < 0xa0: return true
      case 0xe2 where index + 1 < line.count && (line[index + 1] == 0x80 || line[index + 1] == 0x81):
        guard index + 2 < line.count else { return true }
        let character = 0x2000 | UInt32(line[index + 1] & 0x3f) << 6 | UInt32(line[index + 2] & 0x3f)
        if turnsDirection(character) || isSeparator(character) { return true }
      default: break
      }
      index += 1
    }
    return false
  }

  private static func clean(_ text: String, limit: Int, keepsLines: Bool) -> String {
    var cleaned = String.UnicodeScalarView()
    var count = 0
    var state = EscapeState.text
    for scalar in text.unicodeScalars {
      guard let kept = state.take(scalar, keepsLines: keepsLines) else { continue }
      // A message that begins with, or repeats, blanks says nothing by them.
      if !keepsLines, kept == " ", cleaned.isEmpty || cleaned.last == " " { continue }
      guard count < limit else {
        cleaned.append("…")
        break
      }
      cleaned.append(kept)
      count += 1
    }
    if !keepsLines, cleaned.last == " " { cleaned.removeLast() }
    return String(cleaned)
  }

  /// Embeddings, overrides and isolates (Unicode Standard Annex 9).
  fileprivate static func turnsDirection(_ character: UInt32) -> Bool {
    (0x202a...0x202e).contains(character) || (0x2066...0x2069).contains(character)
  }

  fileprivate static func isSeparator(_ character: UInt32) -> Bool {
    character == 0x2028 || character == 0x2029
  }
}

/// Where in an escape sequence the reader is (ECMA-48 sections 5.3 to 5.6).
private enum EscapeState {
  case text
  /// After ESC, and after bytes between it and the final one.
  case escape
  /// Parameters of a control sequence.
  case control
  /// What a control string holds, such as a window's title or a link.
  case string
  /// ESC inside a control string: it ends the string if a backslash follows.
  case stringEscape

  /// What is left of one character: itself, a blank, or nothing.
  mutating func take(_ scalar: Unicode.Scalar, keepsLines: Bool) -> Unicode.Scalar? {
    let value = scalar.value
    switch self {
    case .text: return plain(scalar, keepsLines: keepsLines)
    case .escape:
      switch scalar {
      case "[": self = .control
      case "]", "P", "X", "^", "_": self = .string
      case " "..."/": break
      case "0"..."~": self = .text
      default:
        self = .text
        return plain(scalar, keepsLines: keepsLines)
      }
    case .control:
      if (0x40...0x7e).contains(value) {
        self = .text
      } else if !(0x20...0x3f).contains(value) {
        self = .text
        return plain(scalar, keepsLines: keepsLines)
      }
    case .string, .stringEscape:
      if value == 0x1b {
        self = .stringEscape
      } else if value == 0x07 || value == 0x9c || self == .stringEscape {
        self = .text
      } else if value == 0x0a {
        // One that never ends takes its line with it, no more.
        self = .text
        return plain(scalar, keepsLines: keepsLines)
      }
    }
    return nil
  }

  private mutating func plain(_ scalar: Unicode.Scalar, keepsLines: Bool) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0x1b: self = .escape
    case 0x9b: self = .control
    case 0x90, 0x98, 0x9d, 0x9e, 0x9f: self = .string
    case 0x09, 0x0a: return keepsLines ? scalar : " "
    case 0x0d: return keepsLines ? nil : " "
    case _ where PluginText.isSeparator(value): return keepsLines ? "\n" : " "
    case 0x00...0x1f, 0x7f...0x9f, 0xfeff: return nil
    case _ where PluginText.turnsDirection(value): return nil
    default: return scalar
    }
    return nil
  }
}
