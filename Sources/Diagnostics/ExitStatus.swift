/// The one table of exit codes; every command answers with one of these (sysexits.h where it has a number).
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// Mistakes were found in what was checked.
  case mistakes = 1
  /// The command was called wrongly.
  case usage = 64
  /// A file is not what it should be.
  case badData = 65
  /// A file that was named is not there or cannot be read.
  case noInput = 66
  /// Something that is needed is missing or busy.
  case unavailable = 69
  /// The result cannot be written.
  case cannotWrite = 73
  /// A rule forbids it.
  case refused = 77

  /// For the manual and the reference page.
  public var meaning: String {
    switch self {
    case .done: "done"
    case .mistakes: "mistakes were found in what was checked"
    case .usage: "the command was called wrongly"
    case .badData: "a file is not what it should be"
    case .noInput: "a file is missing or cannot be read"
    case .unavailable: "something that is needed is missing or busy"
    case .cannotWrite: "the result cannot be written"
    case .refused: "a rule forbids it"
    }
  }
}

/// Why a command cannot go on: what happened, what to do, and the exit code that says so to other programs.
public struct Failure: Error, Sendable, CustomStringConvertible {
  public let status: ExitStatus
  public let message: String
  public let help: String
  /// The mistakes behind it, where a document was wrong.
  public let diagnostics: DiagnosticBag

  public init(
    _ status: ExitStatus, _ message: String, help: String = "", diagnostics: DiagnosticBag = DiagnosticBag()
  ) {
    self.status = status
    self.message = message
    self.help = help
    self.diagnostics = diagnostics
  }

  public var description: String { help.isEmpty ? message : "\(message)\n  \(help)" }
}
