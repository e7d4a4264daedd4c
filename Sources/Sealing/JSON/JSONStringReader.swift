/// Reads one string of JSON (RFC 8259 section 7).
enum JSONStringReader {
  /// The string whose opening quote stands at `place`, which moves past the closing one.
  static func read(_ bytes: [UInt8], at place: inout Int) throws(JSONError) -> String {
    let opening = place
    place += 1
    var unescaped: [UInt8] = []
    var runStart = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<place]
        let text =
          unescaped.isEmpty
          ? String(validating: run, as: UTF8.self) : String(validating: unescaped + run, as: UTF8.self)
        guard let text else { throw JSONError(.notUTF8, at: opening) }
        place += 1
        return text
      case UInt8(ascii: "\\"):
        unescaped.append(contentsOf: bytes[runStart..<place])
        unescaped.append(contentsOf: try escape(bytes, at: &place))
        runStart = place
      case ..<0x20: throw JSONError(.controlCharacter, at: place)
      default: place += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: place)
  }

  /// The UTF-8 behind the escape whose backslash stands at `place`.
  private static func escape(_ bytes: [UInt8], at place: inout Int) throws(JSONError) -> [UInt8] {
    guard place + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    let letter = bytes[place + 1]
    let unit: UInt8
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unit = letter
    case UInt8(ascii: "b"): unit = 0x08
    case UInt8(ascii: "f"): unit = 0x0c
    case UInt8(ascii: "n"): unit = 0x0a
    case UInt8(ascii: "r"): unit = 0x0d
    case UInt8(ascii: "t"): unit = 0x09
    case UInt8(ascii: "u"): return try scalar(bytes, at: &place)
    default: throw JSONError(.badEscape, at: place)
    }
    place += 2
    return [unit]
  }

  /// The UTF-8 of `\uhhhh`, or of two of them that make up a surrogate pair.
  private static func scalar(_ bytes: [UInt8], at place: inout Int) throws(JSONError) -> [UInt8] {
    let start = place
    let first = try codeUnit(bytes, at: &place)
    var value = first
    if (0xd800...0xdbff).contains(first) {
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      else { throw JSONError(.loneSurrogate, at: start) }
      let second = try codeUnit(bytes, at: &place)
      guard (0xdc00...0xdfff).contains(second) else { throw JSONError(.loneSurrogate, at: start) }
      value = 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw JSONError(.loneSurrogate, at: start) }
    return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The number behind `\uhhhh`, whose backslash stands at `place`.
  private static func codeUnit(_ bytes: [UInt8], at place: inout Int) throws(JSONError) -> UInt32 {
    guard place + 6 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    var value: UInt32 = 0
    for unit in bytes[(place + 2)..<(place + 6)] {
      guard let digit = Character(Unicode.Scalar(unit)).hexDigitValue else {
        throw JSONError(.badEscape, at: place)
      }
      value = value << 4 | UInt32(digit)
    }
    place += 6
    return value
  }
}
