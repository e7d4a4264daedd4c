/// Strings and numbers as RFC 8785 section 3.2.2 writes them; both the canonical and the pretty form use it.
enum JSONText {
  /// Quotes `text`, with the fewest escapes that JSON allows (section 3.2.2.2).
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { units in
      var runStart = 0
      for (place, unit) in units.enumerated() {
        guard unit < 0x20 || unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "\\") else { continue }
        bytes.append(contentsOf: units[runStart..<place])
        bytes.append(contentsOf: escape(unit).utf8)
        runStart = place + 1
      }
      bytes.append(contentsOf: units[runStart...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ unit: UInt8) -> String {
    switch unit {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0a: "\\n"
    case 0x0c: "\\f"
    case 0x0d: "\\r"
    default: "\\u00" + Hex.encode([unit])
    }
  }

  /// Writes a finite number as ECMAScript does (section 3.2.2.3; ECMA-262 section 6.1.6.1.20).
  static func append(_ number: Double, to bytes: inout [UInt8]) {
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 {
      bytes.append(contentsOf: String(whole).utf8)
      return
    }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let (digits, point) = decimal(number.magnitude)
    let zero = UInt8(ascii: "0")
    switch point {
    case digits.count...21:
      bytes.append(contentsOf: digits)
      bytes.append(contentsOf: repeatElement(zero, count: point - digits.count))
    case 1...21:
      bytes.append(contentsOf: digits[..<point])
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits[point...])
    case -5...0:
      bytes.append(contentsOf: [zero, UInt8(ascii: ".")])
      bytes.append(contentsOf: repeatElement(zero, count: -point))
      bytes.append(contentsOf: digits)
    default:
      bytes.append(digits[0])
      if digits.count > 1 {
        bytes.append(UInt8(ascii: "."))
        bytes.append(contentsOf: digits[1...])
      }
      bytes.append(contentsOf: (point > 0 ? "e+" : "e-").utf8)
      bytes.append(contentsOf: String((point - 1).magnitude).utf8)
    }
  }

  /// The shortest digits that lead back to `number` (which is positive), without zeros at either end, and
  /// where the decimal point stands before, in or after them. Swift prints those digits, only laid out
  /// differently.
  private static func decimal(_ number: Double) -> (digits: [UInt8], point: Int) {
    let printed = number.description.utf8
    let exponentMark = printed.firstIndex(of: UInt8(ascii: "e")) ?? printed.endIndex
    let exponent = Int(String(printed[exponentMark...].dropFirst()) ?? "") ?? 0
    let mantissa = printed[..<exponentMark]
    let wholeDigits = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
    let all = mantissa.filter { $0 != UInt8(ascii: ".") }
    let leadingZeros = all.prefix { $0 == UInt8(ascii: "0") }.count
    var digits = Array(all.dropFirst(leadingZeros))
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, wholeDigits - leadingZeros + exponent)
  }
}
