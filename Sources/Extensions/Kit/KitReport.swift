import Sealing

/// What came of trying a plugin.
public struct KitReport: Sendable {
  public private(set) var entries: [Entry] = []

  /// One trial.
  public struct Entry: Sendable, Equatable {
    /// What was tried, in a few words.
    public let what: String
    public let outcome: Outcome

    public enum Outcome: Sendable, Equatable {
      /// With a note where there is something to tell, such as how long it took.
      case passed(String?)
      case failed(String)
      /// Why it could not be tried.
      case skipped(String)
    }
  }

  public init() {}

  public var failures: Int { entries.count { if case .failed = $0.outcome { true } else { false } } }

  mutating func add(_ what: String, _ outcome: Entry.Outcome) {
    entries.append(Entry(what: what, outcome: outcome))
  }

  /// A line a trial, and the sum.
  public var text: String {
    let lines = entries.map { entry in
      switch entry.outcome {
      case .passed(let note): "passed   \(entry.what)\(note.map { " (\($0))" } ?? "")"
      case .failed(let why): "FAILED   \(entry.what)\n         \(why)"
      case .skipped(let why): "skipped  \(entry.what): \(why)"
      }
    }
    let skipped = entries.count { if case .skipped = $0.outcome { true } else { false } }
    let passed = entries.count - failures - skipped
    return lines.joined(separator: "\n")
      + "\n\(passed) passed, \(failures) failed\(skipped > 0 ? ", \(skipped) skipped" : "")\n"
  }
}
