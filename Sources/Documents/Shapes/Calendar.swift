import Diagnostics
import Sealing

/// A day of the Gregorian calendar.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The first day that can be written.
  public static let earliest = Day(firstOf: 1900)

  private init(firstOf year: Int) { (self.year, month, day) = (year, 1, 1) }

  /// `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// From `YYYY-MM-DD`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var description: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }

  /// The school year, from 1 September, in which the day lies.
  public var period: Period { Period(startYear: month >= 9 ? year : year - 1) }

  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A school year, written 2025-26.
public struct Period: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let startYear: Int

  public init(startYear: Int) { self.startYear = startYear }

  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let start = Int(parts[0]), let end = Int(parts[1]), (start + 1) % 100 == end,
      (1900...2998).contains(start)
    else { return nil }
    startYear = start
  }

  public var description: String { "\(pad(startYear, 4))-\(pad((startYear + 1) % 100, 2))" }

  public static func < (left: Period, right: Period) -> Bool { left.startYear < right.startYear }
}

private func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Shape where Value == Day {
  public static let date = Shape.scalar(
    ScalarSpec("date", "YYYY-MM-DD", schema: [("type", "string"), ("format", "date")]),
    parse: { text, node, reader in
      guard let day = Day(text) else {
        reader.report(ShapeCodes.notADate, "“\(text.shortened)” is not a date of the calendar.", at: node)
        return nil
      }
      return day
    },
    write: { .string($0.description) })
}

extension Shape where Value == Period {
  public static let period = Shape.scalar(
    ScalarSpec("school year", "2025-26", schema: [("type", "string"), ("pattern", "^[0-9]{4}-[0-9]{2}$")]),
    parse: { text, node, reader in
      guard let period = Period(text) else {
        reader.report(ShapeCodes.notAPeriod, "“\(text.shortened)” is not a school year.", at: node)
        return nil
      }
      return period
    },
    write: { .string($0.description) })
}
