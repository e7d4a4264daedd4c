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

extension Day {
  /// A day of the week; the raw value is that of ISO 8601.
  public enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    public var isWeekend: Bool { self == .saturday || self == .sunday }
  }

  /// Days since 1970-01-01, negative before it: days of eras of 400 years, which start on 1 March.
  public var daysSinceEpoch: Int {
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `nil` outside the years 1900 to 2999.
  public init?(daysSinceEpoch days: Int) {
    guard (-25_567...376_199).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let remainder = (daysSinceEpoch + 3) % 7
    return Weekday(rawValue: (remainder + 7) % 7 + 1) ?? .monday
  }

  /// So many days later, or earlier; the calendar's own ends stop it.
  public func adding(days: Int) -> Day {
    let ends = (first: -25_567, last: 376_199)
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    let target = overflow ? (days < 0 ? ends.first : ends.last) : min(max(sum, ends.first), ends.last)
    return Day(daysSinceEpoch: target) ?? self
  }

  /// The day an interval later. Months and years keep the day of the month, or take the month's last day where it
  /// has no such day; the calendar's own ends stop it.
  public func adding(_ interval: Interval) -> Day { moved(by: interval, 1) }

  /// The day an interval earlier, as ``adding(_:)`` counts.
  public func subtracting(_ interval: Interval) -> Day { moved(by: interval, -1) }

  /// How many days later another day is; negative where it is earlier.
  public func days(until other: Day) -> Int { other.daysSinceEpoch - daysSinceEpoch }

  private func moved(by interval: Interval, _ sign: Int) -> Day {
    switch interval.unit {
    case .days: return adding(days: sign * interval.count)
    case .weeks: return adding(days: sign * interval.count * 7)
    case .months, .years:
      let months = year * 12 + month - 1 + sign * interval.count * (interval.unit == .years ? 12 : 1)
      guard months >= 1900 * 12 else { return .earliest }
      guard months < 3000 * 12 else { return adding(days: .max) }
      return (0...3).lazy.compactMap { Day(year: months / 12, month: months % 12 + 1, day: day - $0) }.first
        ?? self
    }
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

  /// 1 September.
  public var firstDay: Day { Day(year: startYear, month: 9, day: 1) ?? .earliest }

  /// 31 August.
  public var lastDay: Day { Day(year: startYear + 1, month: 8, day: 31) ?? .earliest }

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
