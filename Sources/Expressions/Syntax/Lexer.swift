/// Divides an expression's text into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var issues: [ExpressionIssue] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tokens up to the end, or up to the first place where they cannot be told apart. The last is `end`.
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 3 + 1)
    while let token = next() { tokens.append(token) }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
    return tokens
  }

  private mutating func next() -> Token? {
    skipSpace()
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return text(at: place) }
    if byte == UInt8(ascii: "`") { return quotedWord() }
    if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true) {
      return number()
    }
    if Self.isWordStart(byte) { return word() }
    return mark()
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: place += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      default: return
      }
    }
  }

  private mutating func word() -> Token? {
    let start = place
    while place < bytes.count, Self.isWordPart(bytes[place]) { place += 1 }
    if let next = peek(0), next == UInt8(ascii: "\"") || next == UInt8(ascii: "'"),
      place - start <= 2, isTextPrefix(bytes[start..<place])
    {
      return text(at: start)
    }
    return Token(kind: .word(string(start..<place)), range: start..<place)
  }

  private func isTextPrefix(_ prefix: ArraySlice<UInt8>) -> Bool {
    switch prefix.map({ $0 | 0x20 }) {
    case [UInt8(ascii: "r")], [UInt8(ascii: "b")], [UInt8(ascii: "b"), UInt8(ascii: "r")]: true
    default: false
    }
  }

  /// Text from its prefix on; `place` is at its first quote.
  private mutating func text(at start: Int) -> Token? {
    let prefix = bytes[start..<place].map { $0 | 0x20 }
    var literal = TextLiteral(
      isRaw: prefix.contains(UInt8(ascii: "r")), isBytes: prefix.contains(UInt8(ascii: "b")))
    let content = literal.read(bytes, from: place)
    issues += literal.issues
    guard let content else {
      place = bytes.count
      return nil
    }
    place = literal.end
    return Token(kind: content, range: start..<place)
  }

  private mutating func quotedWord() -> Token? {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "`"), bytes[place] != 0x0A { place += 1 }
    guard peek(0) == UInt8(ascii: "`") else {
      issues.append(
        ExpressionIssue(
          .unclosedText, at: start..<place, "the field's name does not end", help: "close it with a backtick")
      )
      place = bytes.count
      return nil
    }
    let name = start + 1..<place
    place += 1
    let allowed = bytes[name].allSatisfy { Self.isWordPart($0) || "-./ ".utf8.contains($0) }
    if name.isEmpty || !allowed {
      issues.append(
        ExpressionIssue(
          .syntax, at: start..<place,
          "a field's name in backticks is of letters, digits, spaces and the marks _ - . /"))
    }
    return Token(kind: .quotedWord(string(name)), range: start..<place)
  }

  private mutating func number() -> Token? {
    var literal = NumberLiteral(bytes: bytes, start: place)
    let kind = literal.read()
    let range = place..<literal.end
    place = literal.end
    if let problem = literal.problem {
      issues.append(ExpressionIssue(.badNumber, at: range, problem.message, help: problem.help))
    }
    return Token(kind: kind, range: range)
  }

  private mutating func mark() -> Token? {
    if let (mark, length) = Token.Mark.read(bytes[place], peek(1)) {
      place += length
      return Token(kind: .mark(mark), range: place - length..<place)
    }
    // A character that nothing starts with: all its bytes.
    var end = place + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let character = string(place..<end)
    issues.append(
      ExpressionIssue(
        .syntax, at: place..<end, "\(Self.shown(character)) means nothing here", help: Self.hint(character)))
    place = bytes.count
    return nil
  }

  private func peek(_ distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isWordStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  static func isWordPart(_ byte: UInt8) -> Bool { isWordStart(byte) || isDigit(byte) }

  private static func shown(_ character: String) -> String {
    guard let scalar = character.unicodeScalars.first else { return "this" }
    if scalar.properties.generalCategory == .control || scalar.properties.isWhitespace {
      return "the character U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4)
    }
    return "“\(character)”"
  }

  private static func hint(_ character: String) -> String? {
    switch character {
    case "=": "equality is written =="
    case "&": "“and” is written &&"
    case "|": "“or” is written ||"
    case "“", "”", "„", "‘", "’", "«", "»": "text stands in straight quotes: \"…\" or '…'"
    case "–", "—", "−": "minus is the plain hyphen -"
    case "×": "multiplication is written *"
    case "÷": "division is written /"
    case "≤": "write <="
    case "≥": "write >="
    case "≠": "write !="
    case "\u{A0}": "replace it with a plain space"
    default: nil
    }
  }
}

extension String {
  fileprivate func leftPadded(to length: Int) -> String {
    String(repeating: "0", count: max(0, length - count)) + self
  }
}
