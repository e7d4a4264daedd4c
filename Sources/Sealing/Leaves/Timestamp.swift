/// The one spelling of a moment that a leaf allows: `YYYY-MM-DDThh:mm:ssZ` (RFC 3339 section 5.6), a real
/// date, whole seconds, no leap second.
enum Timestamp {
  static func isValid(_ text: String) -> Bool {
    let units = Array(text.utf8)
    guard units.count == pattern.count else { return false }
    for (unit, expected) in zip(units, pattern) {
      let fits = expected == digit ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit) : unit == expected
      guard fits else { return false }
    }
    func number(_ range: Range<Int>) -> Int { units[range].reduce(0) { $0 * 10 + Int($1 & 0x0f) } }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard (1...12).contains(month), (1...days(in: month, of: year)).contains(day) else { return false }
    return number(11..<13) < 24 && number(14..<16) < 60 && number(17..<19) < 60
  }

  private static let digit = UInt8(ascii: "0")
  private static let pattern = Array("0000-00-00T00:00:00Z".utf8)

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
