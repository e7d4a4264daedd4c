/// A day of the Gregorian calendar, also before it was in use.
struct CivilDate: Equatable {
  let year: Int
  /// 1 to 12.
  let month: Int
  /// From 1.
  let day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The years are counted from March on, so that the day which is sometimes there is the last; 146,097 days are
  /// 400 years.
  init(daysSince1970 days: Int) {
    let fromMarch = days + 719_468
    let era = (fromMarch >= 0 ? fromMarch : fromMarch - 146_096) / 146_097
    let dayOfEra = fromMarch - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// From 0.
  var dayOfYear: Int { daysSince1970 - CivilDate(year: year, month: 1, day: 1).daysSince1970 }

  /// From 0, which is Sunday. 1970 began on a Thursday.
  var dayOfWeek: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

  static func days(inMonth month: Int, year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// A moment as calendar and clock show it.
struct ClockTime {
  let date: CivilDate
  let hour: Int
  let minute: Int
  let second: Int

  /// `offset` is in seconds east of UTC.
  init(_ moment: Timestamp, offset: Int) {
    let local = Int(moment.seconds) + offset
    let days = (local >= 0 ? local : local - 86_399) / 86_400
    let ofDay = local - days * 86_400
    date = CivilDate(daysSince1970: days)
    hour = ofDay / 3_600
    minute = ofDay % 3_600 / 60
    second = ofDay % 60
  }
}
