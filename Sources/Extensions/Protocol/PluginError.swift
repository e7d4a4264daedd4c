import Sealing

/// A plugin's own answer that a call cannot be done (JSON-RPC 2.0 section 5.1).
public struct PluginError: Sendable, Equatable {
  public let code: Int
  /// Clean, one line.
  public let message: String
  /// What it found wrong in the person's file or text, as `data.mistakes` says it; texts are clean.
  public let mistakes: [JSONValue]

  /// The person's file or the call's values cannot be used.
  public static let invalidParams = -32602
  /// The call was cancelled, as was asked.
  public static let cancelled = -32800

  init(code: Int, message: String, mistakes: [JSONValue] = []) {
    (self.code, self.message, self.mistakes) = (code, message, mistakes)
  }
}
