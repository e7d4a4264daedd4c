/// Lower-case hexadecimal (RFC 4648 section 8), read strictly.
public enum Hex {
  /// Two digits a byte, `0-9a-f`.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0f)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes behind `text`; nil for an odd length or anything but `0-9a-f`, so that a value has one
  /// spelling.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? { decode(utf8: text.utf8) }

  static func decode(utf8 units: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for unit in units {
      guard let value = value(of: unit) else { return nil }
      if let upper = high {
        bytes.append(upper << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func value(of unit: UInt8) -> UInt8? {
    switch unit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): unit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): unit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Standard, padded Base 64 (RFC 4648 section 4), read strictly.
public enum Base64 {
  /// Four characters for every three bytes, the last group padded with `=`.
  public static func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        append(group, characters: 4, to: &text)
        (group, held) = (0, 0)
      }
    }
    if held > 0 {
      append(group << UInt32(8 * (3 - held)), characters: held + 1, to: &text)
      text.append(contentsOf: repeatElement(padding, count: 3 - held))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes behind `text`; nil where a character is foreign, padding is missing or misplaced, or the bits
  /// that padding leaves over are not zero (RFC 4648 section 3.5): a value has one spelling.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? { decode(utf8: Array(text.utf8)) }

  static func decode(utf8 units: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    guard units.count.isMultiple(of: 4) else { return nil }
    let padded = units.suffix(2).reversed().prefix { $0 == padding }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count / 4 * 3)
    var group: UInt32 = 0
    var bits: UInt32 = 0
    for unit in units.dropLast(padded) {
      guard let value = value(of: unit) else { return nil }
      group = group << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> bits))
        group &= (1 << bits) - 1
      }
    }
    return group == 0 ? bytes : nil
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  private static func append(_ group: UInt32, characters: Int, to text: inout [UInt8]) {
    for place in 0..<characters {
      text.append(alphabet[Int(group >> UInt32(18 - 6 * place) & 0x3f)])
    }
  }

  private static func value(of unit: UInt8) -> UInt32? {
    switch unit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(unit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(unit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(unit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
