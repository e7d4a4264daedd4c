/// Durations as text such as `1h30m`, `-1.5s`, `20ms`, and back.
enum DurationText {
  enum Reading {
    case span(TimeSpan)
    case tooLong
    case malformed
  }

  static func duration(_ text: String) -> Reading {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    if bytes.elementsEqual([UInt8(ascii: "0")]) { return .span(TimeSpan(nanoseconds: 0)) }
    guard !bytes.isEmpty else { return .malformed }
    var total: Int64 = 0
    while !bytes.isEmpty {
      switch part(&bytes) {
      case .span(let span):
        // Gathered below zero, where there is room for one nanosecond more.
        let (sum, over) = total.subtractingReportingOverflow(span.nanoseconds)
        if over { return .tooLong }
        total = sum
      case let other: return other
      }
    }
    if isNegative { return .span(TimeSpan(nanoseconds: total)) }
    return total == .min ? .tooLong : .span(TimeSpan(nanoseconds: -total))
  }

  /// A number and its unit.
  private static func part(_ bytes: inout ArraySlice<UInt8>) -> Reading {
    let whole = digits(&bytes)
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      fraction = digits(&bytes)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return .malformed }
    let letters = bytes.prefix { !Lexer.isDigit($0) && $0 != UInt8(ascii: ".") }
    bytes = bytes.dropFirst(letters.count)
    guard let unit = units[String(decoding: letters, as: UTF8.self)] else { return .malformed }
    guard let number = Int64(String(decoding: whole.isEmpty ? [0x30] : whole, as: UTF8.self)) else {
      return .tooLong
    }
    let (nanoseconds, over) = number.multipliedReportingOverflow(by: unit)
    if over { return .tooLong }
    // Digits beyond a nanosecond are cut off.
    var rest: Int64 = 0
    var scale = unit
    for digit in fraction {
      let tenth = scale / 10
      if tenth == 0 { break }
      rest += Int64(digit - 0x30) * scale / 10
      scale = tenth
    }
    let (sum, tooLong) = nanoseconds.addingReportingOverflow(rest)
    return tooLong ? .tooLong : .span(TimeSpan(nanoseconds: sum))
  }

  private static func digits(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = bytes.prefix { Lexer.isDigit($0) }
    bytes = bytes.dropFirst(digits.count)
    return digits
  }

  private static let units: [String: Int64] = [
    "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000, "us": 1_000,
    "µs": 1_000,
    "ns": 1,
  ]

  /// Seconds, with as many digits after the point as there are.
  static func text(of span: TimeSpan) -> String {
    let (seconds, rest) = span.nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return (span.nanoseconds < 0 ? "-" : "") + String(seconds) + fraction(Int64(rest)) + "s"
  }

  /// Nanoseconds as digits after a point; nothing for 0.
  static func fraction(_ nanoseconds: Int64) -> String {
    guard nanoseconds > 0 else { return "" }
    let digits = String(nanoseconds)
    var text = String(repeating: "0", count: 9 - digits.count) + digits
    while text.hasSuffix("0") { text.removeLast() }
    return "." + text
  }
}
