import Diagnostics

/// Why a call of a plugin came to nothing. It costs that call; the next one starts the plugin anew where its
/// process was ended.
public struct PluginFailure: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Kind: Sendable, Equatable {
    /// The folder is not what was checked, or cannot be copied.
    case changed
    /// No process could be started.
    case cannotStart
    /// It says other things of itself than its `plugin.yaml`.
    case lied
    case died
    /// It took more memory than it may.
    case memory
    case deadline
    /// The call was cancelled by whoever made it.
    case cancelled
    /// It wrote more than it may.
    case flood
    /// What it wrote is not the protocol, or answers another call.
    case garbled
    /// A file that it names is not one that may be taken.
    case file
    /// It answered, with an error of its own; its process goes on.
    case answered(PluginError)
  }

  public let kind: Kind
  /// The plugin's id.
  public let plugin: String
  /// What happened, a sentence that names the plugin.
  public let message: String
  /// What to do.
  public let help: String
  /// The last lines of its standard error, clean.
  public let standardError: [String]

  init(_ kind: Kind, plugin: String, _ message: String, help: String = "", standardError: [String] = []) {
    self.kind = kind
    self.plugin = plugin
    self.message = message
    self.help = help
    self.standardError = standardError
  }

  /// As a command ends with it: the last words of the plugin come below what to do.
  public var failure: Failure {
    var lines = help.isEmpty ? [] : [help]
    if !standardError.isEmpty {
      lines.append("Its last words:")
      lines += standardError.suffix(5).map { "  \($0)" }
    }
    return Failure(status, message, help: lines.joined(separator: "\n  "))
  }

  private var status: ExitStatus {
    switch kind {
    case .answered(let error) where error.code == PluginError.invalidParams: .badData
    case .changed, .lied, .file: .refused
    default: .unavailable
    }
  }
}
