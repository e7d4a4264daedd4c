import Foundation

/// Where the tests find what lies beside them; files are read by path, nothing is bundled.
public enum Repository {
  /// The folder of `Package.swift`.
  public static let root = tests.deletingLastPathComponent()

  /// The folder of the tests; the true one, should links lead to it.
  public static let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether expected files are to be written anew: `WAYMARK_RECORD=1 swift test`.
  public static let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1"
}
