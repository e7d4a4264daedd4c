import Documents
import Foundation

/// Today and now, which WAYMARK_TODAY (YYYY-MM-DD) fixes for tests and for reports that must come out the same.
enum Clock {
  static var today: Day {
    fixed ?? day(of: Date())
  }

  /// RFC 3339, UTC, whole seconds.
  static var now: String {
    if let fixed { return "\(fixed)T12:00:00Z" }
    let parts = utc.dateComponents([.hour, .minute, .second], from: Date())
    func two(_ number: Int?) -> String { String(String(100 + (number ?? 0)).dropFirst()) }
    return "\(day(of: Date()))T\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))Z"
  }

  /// The day that the environment names.
  static var fixed: Day? { ProcessInfo.processInfo.environment["WAYMARK_TODAY"].flatMap { Day($0) } }

  private static var utc: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }

  private static func day(of date: Date) -> Day {
    let parts = utc.dateComponents([.year, .month, .day], from: date)
    return Day(year: parts.year ?? 1900, month: parts.month ?? 1, day: parts.day ?? 1) ?? .earliest
  }
}
