/// Escapes that stand for half a character. Editors that count in UTF-16 may cut a character in two while one types; the
/// strict reader of JSON refuses that, and a refused change would leave the server with another text than the client's.
enum LoneSurrogates {
  /// The same JSON with U+FFFD, which is as long in UTF-16, in place of each half.
  static func replaced(_ json: [UInt8]) -> [UInt8] {
    var bytes = json
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      guard let unit = codeUnit(bytes, at), (0xD800...0xDFFF).contains(unit) else {
        at += 2
        continue
      }
      if unit < 0xDC00, let second = codeUnit(bytes, at + 6), (0xDC00...0xDFFF).contains(second) {
        at += 12
      } else {
        bytes.replaceSubrange(at + 2..<at + 6, with: Array("fffd".utf8))
        at += 6
      }
    }
    return bytes
  }

  /// The number behind `\uhhhh`.
  private static func codeUnit(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return Int(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
  }
}
