/// What a plugin says beside its answers; every text is clean and of bounded length (`PluginText`).
public enum PluginMessage: Sendable, Equatable {
  /// How far a call has come; each part may be missing.
  case progress(done: Double?, of: Double?, message: String?)
  case log(Level, String)
  /// A line of its standard error.
  case standardError(String)

  /// How much a log message matters.
  public enum Level: String, Sendable, CaseIterable { case info, warning, error }
}
