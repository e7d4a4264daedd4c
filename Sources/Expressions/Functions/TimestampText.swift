/// Timestamps as RFC 3339 text and back.
enum TimestampText {
  /// Nil if the text is no RFC 3339 moment or is outside the years 1 to 9999.
  static func timestamp(_ text: String) -> Timestamp? {
    var digits = Digits(text)
    guard let year = digits.number(4), digits.take("-"), let month = digits.number(2), digits.take("-"),
      let day = digits.number(2), digits.take("T") || digits.take("t"), let hour = digits.number(2),
      digits.take(":"), let minute = digits.number(2), digits.take(":"), let second = digits.number(2),
      let nanoseconds = digits.fraction(), let offset = digits.offset(), digits.isAtEnd
    else { return nil }
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, year: year),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let days = CivilDate(year: year, month: month, day: day).daysSince1970
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return Timestamp(seconds: Int64(seconds), nanoseconds: Int32(nanoseconds))
  }

  /// In UTC, with as many digits of the second as it has.
  static func text(of moment: Timestamp) -> String {
    let clock = ClockTime(moment, offset: 0)
    let date = [padded(clock.date.year, 4), padded(clock.date.month, 2), padded(clock.date.day, 2)]
    let time = [clock.hour, clock.minute, clock.second].map { padded($0, 2) }
    return date.joined(separator: "-") + "T" + time.joined(separator: ":")
      + DurationText.fraction(Int64(moment.nanoseconds)) + "Z"
  }

  private static func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}

/// Reads numbers of a fixed length.
struct Digits {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { place == bytes.count }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard place < bytes.count, UInt32(bytes[place]) == mark.value else { return false }
    place += 1
    return true
  }

  mutating func number(_ length: Int) -> Int? {
    guard place + length <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[place..<place + length] {
      guard Lexer.isDigit(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    place += length
    return number
  }

  /// Nanoseconds after a full stop, 0 without one; nil if no digit follows it or more than nine do.
  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    var number = 0
    var length = 0
    while place < bytes.count, Lexer.isDigit(bytes[place]) {
      guard length < 9 else { return nil }
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
      length += 1
    }
    guard length > 0 else { return nil }
    for _ in length..<9 { number *= 10 }
    return number
  }

  /// Seconds east of UTC: `Z`, `+01:00`.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    guard let sign = take("+") ? 1 : take("-") ? -1 : nil else { return nil }
    return clockOffset().map { sign * $0 }
  }

  /// `01:00` as seconds.
  mutating func clockOffset() -> Int? {
    guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else {
      return nil
    }
    return hours * 3_600 + minutes * 60
  }
}
