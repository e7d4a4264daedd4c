import Foundation
import Testing

@testable import Documents

@Suite struct DayArithmeticTests {
  private static let everyDay = -25_567...376_199

  @Test func `every day that can be written has its own number, in order`() {
    var previous: Day?
    for number in Self.everyDay {
      guard let day = Day(daysSinceEpoch: number), day.daysSinceEpoch == number else {
        Issue.record("\(number) is no day, or another one")
        break
      }
      if let previous, !(previous < day) { Issue.record("\(previous) comes before \(day)") }
      previous = day
    }
    #expect(Day(daysSinceEpoch: Self.everyDay.lowerBound)?.description == "1900-01-01")
    #expect(previous?.description == "2999-12-31")
    #expect(Day(daysSinceEpoch: Self.everyDay.lowerBound - 1) == nil)
    #expect(Day(daysSinceEpoch: Self.everyDay.upperBound + 1) == nil)
  }

  @Test func `days and weekdays are those of another calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for number in stride(from: Self.everyDay.lowerBound, through: Self.everyDay.upperBound, by: 211) {
      let day = try #require(Day(daysSinceEpoch: number))
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      #expect(parts.year == day.year && parts.month == day.month && parts.day == day.day)
      #expect(parts.weekday == day.weekday.rawValue % 7 + 1, "\(day)")
    }
  }

  @Test func `there and back again`() throws {
    let start = try #require(Day("2024-02-29"))
    for count in stride(from: 0, through: 9_999, by: 7) {
      let later = start.adding(days: count)
      #expect(start.days(until: later) == count)
      #expect(later.adding(days: -count) == start)
      #expect(later.subtracting(Interval(count, .days)) == start)
      #expect(start.adding(Interval(count, .weeks)) == start.adding(days: 7 * count))
    }
  }

  @Test(arguments: [
    ("2026-01-31", "P1M", "2026-02-28"), ("2024-01-31", "P1M", "2024-02-29"),
    ("2024-02-29", "P1Y", "2025-02-28"),
    ("2025-12-15", "P2M", "2026-02-15"), ("2026-03-04", "P2W", "2026-03-18"),
    ("2026-03-04", "P90D", "2026-06-02"),
    ("2999-12-31", "P9999Y", "2999-12-31"),
  ]) func `later`(_ day: String, _ interval: String, _ expected: String) throws {
    #expect(try #require(Day(day)).adding(try #require(Interval(interval))).description == expected)
  }

  @Test func `earlier, and past the ends`() throws {
    let day = try #require(Day("2026-03-31"))
    #expect(day.subtracting(Interval(1, .months)).description == "2026-02-28")
    #expect(day.subtracting(Interval(9_999, .years)) == .earliest)
    #expect(day.adding(days: .max).description == "2999-12-31")
    #expect(day.adding(days: .min) == .earliest)
  }

  @Test func `a school year runs from September to August`() throws {
    let period = try #require(Period("2025-26"))
    #expect(period.firstDay.description == "2025-09-01")
    #expect(period.lastDay.description == "2026-08-31")
    #expect(period.firstDay.period == period && period.lastDay.period == period)
  }
}
