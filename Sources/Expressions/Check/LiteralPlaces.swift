/// Where the bytes of a literal text stand within its quotes, escapes and all.
struct LiteralPlaces {
  /// For each UTF-8 byte of the text, the bytes of the expression that made it.
  private var made: [Range<Int>] = []
  private let whole: Range<Int>

  /// - Parameters: the expression's bytes, and where in them a literal that the lexer accepted stands.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    whole = range
    var at = range.lowerBound
    var isRaw = false
    while at < range.upperBound, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") {
      isRaw = isRaw || bytes[at] | 0x20 == UInt8(ascii: "r")
      at += 1
    }
    guard at < range.upperBound else { return }
    let isTriple = range.count >= 6 && bytes[at + 1] == bytes[at] && bytes[at + 2] == bytes[at]
    let quotes = isTriple ? 3 : 1
    at += quotes
    let end = range.upperBound - quotes
    while at < end {
      guard bytes[at] == UInt8(ascii: "\\"), !isRaw, at + 1 < end else {
        made.append(at..<at + 1)
        at += 1
        continue
      }
      let (length, width) = Self.escape(bytes, at, end)
      made += Array(repeating: at..<at + length, count: width)
      at += length
    }
  }

  /// The bytes of an escape, and of the UTF-8 that it stands for.
  private static func escape(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (length: Int, width: Int) {
    let (length, radix): (Int, Int)
    switch bytes[at + 1] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): (length, radix) = (4, 16)
    case UInt8(ascii: "u"): (length, radix) = (6, 16)
    case UInt8(ascii: "U"): (length, radix) = (10, 16)
    case UInt8(ascii: "0")...UInt8(ascii: "3"): (length, radix) = (4, 8)
    default: return (2, 1)
    }
    guard at + length <= end else { return (end - at, 1) }
    let digits = bytes[at + (radix == 8 ? 1 : 2)..<at + length]
    let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: radix).flatMap(Unicode.Scalar.init)
    return (length, scalar.map { Unicode.UTF8.width($0) } ?? 1)
  }

  /// The bytes of the expression that made a part of the text.
  func range(of part: Range<Int>) -> Range<Int> {
    guard let last = made.last else { return whole }
    let start = part.lowerBound < made.count ? made[part.lowerBound].lowerBound : last.upperBound
    guard !part.isEmpty else { return start..<start }
    let end = part.upperBound <= made.count ? made[part.upperBound - 1].upperBound : last.upperBound
    return start..<max(start, end)
  }
}
