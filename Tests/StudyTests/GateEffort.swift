import Foundation

/// How many trials the gates make: all of the study's with `WAYMARK_FULL=1` (`make study`), else enough for
/// figures that still mean something.
enum GateEffort {
  static let isFull = ProcessInfo.processInfo.environment["WAYMARK_FULL"] == "1"

  static func trials(_ usual: Int, full: Int = 20_000) -> Int { isFull ? full : usual }
}
