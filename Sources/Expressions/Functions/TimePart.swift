import Foundation

/// The functions that take a part of a timestamp or duration.
struct TimePart {
  private let routine: Routine

  init?(_ routine: Routine) {
    switch routine {
    case .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getFullYear, .getMonth, .getHours,
      .getMinutes,
      .getSeconds, .getMilliseconds:
      self.routine = routine
    default: return nil
    }
  }

  /// The part; nil of a value that has none. `zone` is a time zone's name or offset, nil for UTC.
  func value(of value: Value, zone: String?) -> Figure? {
    switch value {
    case .timestamp(let moment):
      guard let offset = Self.offset(of: zone, at: moment) else {
        return .failure(.badArgument, "“\(zone ?? "")” is no time zone")
      }
      return .value(.int(Int64(part(of: moment, offset: offset))))
    case .duration(let span):
      guard zone == nil else { return nil }
      return part(of: span).map { .value(.int($0)) }
    default: return nil
    }
  }

  private func part(of moment: Timestamp, offset: Int) -> Int {
    let clock = ClockTime(moment, offset: offset)
    return switch routine {
    case .getDate: clock.date.day
    case .getDayOfMonth: clock.date.day - 1
    case .getDayOfWeek: clock.date.dayOfWeek
    case .getDayOfYear: clock.date.dayOfYear
    case .getFullYear: clock.date.year
    case .getMonth: clock.date.month - 1
    case .getHours: clock.hour
    case .getMinutes: clock.minute
    case .getSeconds: clock.second
    default: Int(moment.nanoseconds) / 1_000_000
    }
  }

  private func part(of span: TimeSpan) -> Int64? {
    switch routine {
    case .getHours: span.nanoseconds / 3_600_000_000_000
    case .getMinutes: span.nanoseconds / 60_000_000_000
    case .getSeconds: span.nanoseconds / 1_000_000_000
    case .getMilliseconds: span.nanoseconds % 1_000_000_000 / 1_000_000
    default: nil
    }
  }

  /// Seconds east of UTC at a moment; nil if the zone is not known. The specification's own cases leave the sign
  /// of an offset away.
  static func offset(of zone: String?, at moment: Timestamp) -> Int? {
    guard let zone, zone != "UTC", zone != "Z" else { return 0 }
    var signed = Digits(zone)
    if let offset = signed.offset(), signed.isAtEnd { return offset }
    var plain = Digits(zone)
    if let offset = plain.clockOffset(), plain.isAtEnd { return offset }
    guard zone.utf8.first.map(Lexer.isWordStart) == true, let known = TimeZone(identifier: zone) else {
      return nil
    }
    return known.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment.seconds)))
  }
}
