import Foundation

/// How much a test may take its time: the study's full counts with `WAYMARK_FULL=1`.
enum TestEffort {
  static let isSlow = ["WAYMARK_FULL", "WAYMARK_SLOW"].contains {
    ProcessInfo.processInfo.environment[$0] == "1"
  }

  static func count(_ usual: Int, slow: Int) -> Int { isSlow ? slow : usual }
}
