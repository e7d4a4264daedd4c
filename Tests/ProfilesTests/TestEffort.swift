import Foundation

/// How much a test may take its time: the study's full counts with `WAYMARK_SLOW=1`.
enum TestEffort {
  static let isSlow = ProcessInfo.processInfo.environment["WAYMARK_SLOW"] == "1"

  static func count(_ usual: Int, slow: Int) -> Int { isSlow ? slow : usual }
}
