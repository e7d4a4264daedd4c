import Sealing

/// What came of trying a plugin.
public struct KitReport: Sendable {
  public private(set) var entries: [Entry] = []

  /// One trial.
  public struct Entry: Sendable, Equatable {
    /// What was tried, in a few words.
    public let what: String
    public let outcome: Outcome
    /// How long it took, where that says something.
    public var time: Duration?

    public enum Outcome: Sendable, Equatable {
      /// With what there is to tell.
      case passed(String?)
      case failed(String)
      /// Why it could not be tried.
      case skipped(String)
    }
  }

  public init() {}

  public var failures: Int { entries.count { if case .failed = $0.outcome { true } else { false } } }

  mutating func add(_ what: String, _ outcome: Entry.Outcome, in time: Duration? = nil) {
    entries.append(Entry(what: what, outcome: outcome, time: time))
  }

  /// A line a trial, and the sum.
  ///
  /// - Parameter showsTimes: they differ from run to run.
  public func text(showsTimes: Bool = false) -> String {
    let lines = entries.map { entry in
      switch entry.outcome {
      case .passed(let note):
        "passed   \(entry.what)\(note.map { " (\($0))" } ?? "")"
          + (showsTimes ? entry.time.map { ", \(Self.words($0))" } ?? "" : "")
      case .failed(let why): "FAILED   \(entry.what)\n         \(why)"
      case .skipped(let why): "skipped  \(entry.what): \(why)"
      }
    }
    let skipped = entries.count { if case .skipped = $0.outcome { true } else { false } }
    let passed = entries.count - failures - skipped
    return lines.joined(separator: "\n")
      + "\n\(passed) passed, \(failures) failed\(skipped > 0 ? ", \(skipped) skipped" : "")\n"
  }

  private static func words(_ time: Duration) -> String {
    let parts = time.components
    let milliseconds = Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
    return milliseconds < 10 ? "\((milliseconds * 10).rounded() / 10) ms" : "\(Int(milliseconds)) ms"
  }
}
