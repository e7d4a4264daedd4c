/// A word, text or mark of an expression that may be half written: enough to find names in it.
struct ExpressionToken {
  enum Kind: Equatable {
    case word(String)
    /// What stands between quotes, as written.
    case text(String)
    case mark(String)
  }

  let kind: Kind
  /// UTF-8 offsets; of a text, those between its quotes.
  let range: Range<Int>
  /// Of a text: whether its closing quote is there.
  var isClosed = true

  static func read(_ bytes: [UInt8]) -> [ExpressionToken] {
    var tokens: [ExpressionToken] = []
    var at = 0
    while at < bytes.count {
      let start = at
      switch bytes[at] {
      case 0...0x20: at += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != quote { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        let end = min(at, bytes.count)
        let text = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        tokens.append(
          ExpressionToken(kind: .text(text), range: start + 1..<end, isClosed: at < bytes.count))
        at = end + 1
      case let byte where isWordPart(byte):
        while at < bytes.count, isWordPart(bytes[at]) { at += 1 }
        tokens.append(
          ExpressionToken(kind: .word(String(decoding: bytes[start..<at], as: UTF8.self)), range: start..<at))
      case UInt8(ascii: "="), UInt8(ascii: "!"):
        at += at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "=") ? 2 : 1
        tokens.append(
          ExpressionToken(kind: .mark(String(decoding: bytes[start..<at], as: UTF8.self)), range: start..<at))
      default:
        at += 1
        tokens.append(
          ExpressionToken(kind: .mark(String(decoding: bytes[start..<at], as: UTF8.self)), range: start..<at))
      }
    }
    return tokens
  }

  static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
