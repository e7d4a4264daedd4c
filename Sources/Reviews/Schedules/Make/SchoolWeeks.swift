import Documents

/// The weeks of a school year in which schools are most likely open: none of the holidays that most schools of England
/// have. Schools set their own dates, so whoever plans with these says so.
public struct SchoolWeeks: Sendable {
  /// The Mondays of the weeks, in order.
  public let mondays: [Day]
  private let asSet: Set<Day>

  public init(_ period: Period) {
    let (start, next) = (period.startYear, period.startYear + 1)
    let easter = Self.easter(next)
    let spring = Self.monday(onOrBefore: Self.day(next, 5, 31))
    let closed: [Days] = [
      // A week at the end of October, two at Christmas, one in February, two at Easter, one at the end of May.
      Self.weeks(1, from: Self.monday(onOrBefore: Self.day(start, 10, 31))),
      Days(Self.day(start, 12, 20), to: Self.day(next, 1, 4)),
      Self.weeks(1, from: Self.monday(onOrBefore: Self.day(next, 2, 18))),
      Self.weeks(2, from: easter.adding(days: -6)),
      Self.weeks(1, from: spring),
    ]
    let first = Self.monday(onOrBefore: Self.day(start, 9, 7))
    let last = Self.monday(onOrBefore: Self.day(next, 7, 17))
    let mondays = stride(from: 0, through: first.days(until: last), by: 7).map { first.adding(days: $0) }
      .filter { monday in !closed.contains { $0.overlaps(Days(monday, to: monday.adding(days: 4))) } }
    self.mondays = mondays
    asSet = Set(mondays)
  }

  /// Whether a day lies from Monday to Friday of one of the weeks.
  public func contains(_ day: Day) -> Bool {
    !day.weekday.isWeekend && asSet.contains(day.adding(days: 1 - day.weekday.rawValue))
  }

  /// The Gregorian calendar's Easter Sunday (Meeus, Astronomical Algorithms, chapter 8).
  static func easter(_ year: Int) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return day(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .earliest
  }

  private static func monday(onOrBefore day: Day) -> Day { day.adding(days: 1 - day.weekday.rawValue) }

  private static func weeks(_ count: Int, from monday: Day) -> Days {
    Days(monday, to: monday.adding(days: count * 7 - 1))
  }
}
