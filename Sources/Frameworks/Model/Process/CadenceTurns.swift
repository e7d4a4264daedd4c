import Documents

/// When something that recurs is due: the year is cut into turns, and each turn has it once.
extension Cadence {
  /// The turn in which a day lies. Twice a term is once in each half of it (``Documents/Period/halfTerms``); what has
  /// no such halves is cut into parts of as equal length as days allow. Weeks start on Mondays.
  public func turn(on day: Day) -> ClosedRange<Day> {
    let (unit, times) = finest
    let whole = unit.span(of: day)
    let length = whole.lowerBound.days(until: whole.upperBound) + 1
    let parts = min(max(times, 1), length)
    let place = whole.lowerBound.days(until: day)
    let part = (0..<parts).last { $0 * length / parts <= place } ?? 0
    let first = whole.lowerBound.adding(days: part * length / parts)
    return first...max(first, whole.lowerBound.adding(days: (part + 1) * length / parts - 1))
  }

  /// The turn after the one in which a day lies.
  public func turn(after day: Day) -> ClosedRange<Day> { turn(on: turn(on: day).upperBound.adding(days: 1)) }

  /// The same rhythm in the smallest unit of the calendar that it can be counted in.
  private var finest: (Unit, Int) {
    var (unit, times) = (per, times)
    if unit == .year, times.isMultiple(of: 3) { (unit, times) = (.term, times / 3) }
    if unit == .term, times.isMultiple(of: 2) { (unit, times) = (.halfTerm, times / 2) }
    if unit == .fortnight, times.isMultiple(of: 2) { (unit, times) = (.week, times / 2) }
    return (unit, times)
  }
}

extension Cadence.Unit {
  /// The year, term, week … in which a day lies.
  func span(of day: Day) -> ClosedRange<Day> {
    let period = day.period
    switch self {
    case .year: return period.firstDay...max(period.firstDay, period.lastDay)
    case .term: return Self.part(of: period.terms, day)
    case .halfTerm: return Self.part(of: period.halfTerms, day)
    case .month:
      let first = day.adding(days: 1 - day.day)
      return first...max(first, first.adding(Interval(1, .months)).adding(days: -1))
    case .fortnight:
      let week = Self.week.span(of: day)
      // Counted through from the first Monday of the calendar that ``Day`` counts from.
      let isFirst = ((week.lowerBound.daysSinceEpoch + 3) / 7).isMultiple(of: 2)
      return isFirst
        ? week.lowerBound...week.upperBound.adding(days: 7)
        : week.lowerBound.adding(days: -7)...week.upperBound
    case .week:
      let first = day.adding(days: 1 - day.weekday.rawValue)
      return first...first.adding(days: 6)
    }
  }

  private static func part(of parts: [ClosedRange<Day>], _ day: Day) -> ClosedRange<Day> {
    parts.first { $0.contains(day) } ?? day...day
  }
}
