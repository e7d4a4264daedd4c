import Documents

/// Days on which schools are open: Monday to Friday of the weeks that lie between holidays nearly everywhere.
enum SchoolCalendar {
  /// A day for a self-review: before or soon after Christmas.
  static func selfReview(in period: Period, _ stream: inout SampleStream) -> Day? {
    stream.happens(inThousand: 600)
      ? day(in: period, from: (11, 5), weeks: 5, &stream) : day(in: period, from: (1, 8), weeks: 5, &stream)
  }

  /// A day for a peer review: in spring, after every self-review.
  static func peerReview(in period: Period, _ stream: inout SampleStream) -> Day? {
    day(in: period, from: (2, 26), weeks: 4, &stream)
  }

  /// A day for those who were late: in the second half of the summer term.
  static func late(in period: Period, _ stream: inout SampleStream) -> Day? {
    day(in: period, from: (6, 8), weeks: 5, &stream)
  }

  /// A weekday of the weeks that begin with the first Monday from a day of the year on.
  private static func day(
    in period: Period, from start: (month: Int, day: Int), weeks: Int, _ stream: inout SampleStream
  ) -> Day? {
    let year = start.month >= 9 ? period.startYear : period.startYear + 1
    let toMonday = (7 - weekday(year, start.month, start.day)) % 7
    let offset = toMonday + 7 * stream.below(weeks) + stream.below(5)
    var (month, day) = (start.month, start.day + offset)
    while month < 12, let length = (28...31).last(where: { Day(year: year, month: month, day: $0) != nil }),
      day > length
    {
      (month, day) = (month + 1, day - length)
    }
    return Day(year: year, month: month, day: day)
  }

  /// 0 for Monday (Zeller's congruence).
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let (year, month) = month < 3 ? (year - 1, month + 12) : (year, month)
    return (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400 + 5) % 7
  }
}
