/// Reads one number: `12`, `0x1F`, `12u`, `1.5`, `.5`, `1e-3`. Its sign is an operator.
struct NumberLiteral {
  let bytes: [UInt8]
  let start: Int
  /// The first byte after the number, once it is read.
  private(set) var end: Int
  private(set) var problem: (message: String, help: String?)?

  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
    end = start
  }

  mutating func read() -> Token.Kind {
    let isHex = bytes[start] == UInt8(ascii: "0") && at(1).map { $0 | 0x20 } == UInt8(ascii: "x")
    if isHex { return hexadecimal() }
    skipDigits()
    var isDouble = false
    if byte == UInt8(ascii: "."), next(1).map(Lexer.isDigit) == true {
      isDouble = true
      end += 1
      skipDigits()
    }
    if byte.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      let signed = next(1) == UInt8(ascii: "+") || next(1) == UInt8(ascii: "-")
      if next(signed ? 2 : 1).map(Lexer.isDigit) == true {
        isDouble = true
        end += signed ? 2 : 1
        skipDigits()
      }
    }
    let digits = String(decoding: bytes[start..<end], as: UTF8.self)
    return isDouble ? double(digits) : whole(digits, radix: 10)
  }

  private mutating func hexadecimal() -> Token.Kind {
    end = start + 2
    while let byte, Lexer.isDigit(byte) || (0x61...0x66).contains(byte | 0x20) { end += 1 }
    let digits = String(decoding: bytes[start + 2..<end], as: UTF8.self)
    guard !digits.isEmpty else {
      problem = ("a hexadecimal number has digits after 0x", nil)
      skipWord()
      return .int(0)
    }
    return whole(digits, radix: 16)
  }

  private mutating func whole(_ digits: String, radix: Int) -> Token.Kind {
    let isUnsigned = byte.map { $0 | 0x20 } == UInt8(ascii: "u")
    if isUnsigned { end += 1 }
    refuseWord()
    guard let value = UInt64(digits, radix: radix), isUnsigned || value <= 1 << 63 else {
      problem = ("the number is too big for 64 bits", "write it with a fraction, such as 1e20, if it is one")
      return isUnsigned ? .uint(0) : .int(0)
    }
    return isUnsigned ? .uint(value) : .int(value)
  }

  private mutating func double(_ digits: String) -> Token.Kind {
    refuseWord()
    let value = Double(digits.hasPrefix(".") ? "0" + digits : digits) ?? 0
    if value.isInfinite { problem = ("the number is too big for 64 bits", nil) }
    return .double(value)
  }

  private mutating func refuseWord() {
    guard let byte, Lexer.isWordStart(byte) else { return }
    skipWord()
    problem = ("a number does not go on with letters", "put a space or an operator after the number")
  }

  private mutating func skipWord() {
    while let byte, Lexer.isWordPart(byte) { end += 1 }
  }

  private mutating func skipDigits() {
    while let byte, Lexer.isDigit(byte) { end += 1 }
  }

  private var byte: UInt8? { end < bytes.count ? bytes[end] : nil }

  private func next(_ distance: Int) -> UInt8? {
    end + distance < bytes.count ? bytes[end + distance] : nil
  }

  private func at(_ distance: Int) -> UInt8? {
    start + distance < bytes.count ? bytes[start + distance] : nil
  }
}
