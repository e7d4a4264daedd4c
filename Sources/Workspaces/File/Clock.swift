import Foundation

/// What time it is, so that a test can say.
struct Clock: Sendable {
  let now: @Sendable () -> Date

  static let system = Clock { Date() }

  /// In UTC and to the second (RFC 3339): `2026-11-22T10:00:00Z`.
  func timestamp() -> String { now().formatted(.iso8601) }
}
