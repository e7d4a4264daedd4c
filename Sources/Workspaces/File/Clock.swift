import Documents
import Foundation

/// What time it is, so that a test can say.
struct Clock: Sendable {
  let now: @Sendable () -> Date

  static let system = Clock { Date() }

  init(now: @escaping @Sendable () -> Date) { self.now = now }

  /// One that stands still.
  init(noonOf day: Day) {
    let noon = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + 43_200)
    self.init { noon }
  }

  /// In UTC and to the second (RFC 3339): `2026-11-22T10:00:00Z`.
  func timestamp() -> String { now().formatted(.iso8601) }
}
