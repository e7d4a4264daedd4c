/// Reads one string or bytes: in single, double or triple quotes, with escapes or raw.
struct TextLiteral {
  let isRaw: Bool
  let isBytes: Bool
  /// The first byte after the closing quotes, once it is read.
  private(set) var end = 0
  private(set) var issues: [ExpressionIssue] = []
  private var content: [UInt8] = []

  init(isRaw: Bool, isBytes: Bool) {
    self.isRaw = isRaw
    self.isBytes = isBytes
  }

  /// The content of the text whose first quote is at `start`; nil if it does not end.
  mutating func read(_ bytes: [UInt8], from start: Int) -> Token.Kind? {
    let quote = bytes[start]
    let isTriple = bytes.count >= start + 3 && bytes[start + 1] == quote && bytes[start + 2] == quote
    var place = start + (isTriple ? 3 : 1)
    while place < bytes.count {
      let byte = bytes[place]
      if byte == quote,
        !isTriple || (place + 2 < bytes.count && bytes[place + 1] == quote && bytes[place + 2] == quote)
      {
        end = place + (isTriple ? 3 : 1)
        return isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
      }
      if !isTriple, byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: "\\"), !isRaw {
        place = escape(bytes, at: place)
      } else {
        content.append(byte)
        place += 1
      }
    }
    issues.append(
      ExpressionIssue(
        .unclosedText, at: start..<place, "the text does not end",
        help: isTriple
          ? "close it with three quotes like those it starts with"
          : "close it with the quote it starts with; text of several lines stands in triple quotes"))
    return nil
  }

  /// Takes one escape and returns the place after it.
  private mutating func escape(_ bytes: [UInt8], at place: Int) -> Int {
    guard place + 1 < bytes.count else { return place + 1 }
    let letter = bytes[place + 1]
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      content.append(letter)
    case UInt8(ascii: "a"): content.append(0x07)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return code(bytes, at: place, skip: 2, digits: 2, radix: 16)
    case UInt8(ascii: "u") where !isBytes: return code(bytes, at: place, skip: 2, digits: 4, radix: 16)
    case UInt8(ascii: "U") where !isBytes: return code(bytes, at: place, skip: 2, digits: 8, radix: 16)
    case UInt8(ascii: "0")...UInt8(ascii: "3"): return code(bytes, at: place, skip: 1, digits: 3, radix: 8)
    default:
      var after = place + 2
      while after < bytes.count, bytes[after] & 0xC0 == 0x80 { after += 1 }
      refuse(
        place..<after, "this backslash starts no escape",
        help: isBytes && (letter | 0x20) == UInt8(ascii: "u")
          ? "bytes take \\x and three octal digits" : "a backslash itself is written \\\\")
      return after
    }
    return place + 2
  }

  /// An escape that gives a number of digits after `skip` characters.
  private mutating func code(_ bytes: [UInt8], at place: Int, skip: Int, digits: Int, radix: UInt32) -> Int {
    var value: UInt32 = 0
    var next = place + skip
    while next < bytes.count, next < place + skip + digits,
      let digit = Character(UnicodeScalar(bytes[next])).hexDigitValue, digit < radix
    {
      value = value &* radix &+ UInt32(digit)
      next += 1
    }
    guard next == place + skip + digits else {
      refuse(place..<next, "this escape wants \(digits) \(radix == 16 ? "hexadecimal" : "octal") digits")
      return next
    }
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = UnicodeScalar(value) {
      content += Array(String(Character(scalar)).utf8)
    } else {
      refuse(place..<next, "there is no character with this number")
    }
    return next
  }

  private mutating func refuse(_ range: Range<Int>, _ message: String, help: String? = nil) {
    issues.append(ExpressionIssue(.badEscape, at: range, message, help: help))
  }
}
