/// One thing that differs between two frameworks, in an author's words.
public struct Difference: Sendable, Equatable {
  public var kind = Kind.changed
  /// What it is about, with where it stands: `the step “Hand over” of the stage “Follow-up”`.
  public var subject = ""
  /// The whole of it as a sentence.
  public var sentence = ""
  /// Its addresses in the earlier framework, none where it is new.
  public var from: [String] = []
  /// Its addresses in the later one, none where it is gone.
  public var to: [String] = []
  /// The fields that differ, with what they held.
  public var edits: [Edit] = []
  /// The least step that it needs.
  public var step = VersionStep.major
  /// The ``StepRow`` that says so.
  public var rowID = ""
  /// The reasons that the author gave.
  public var why: [String] = []
  /// Nothing says that the two correspond; they look as if they did.
  public var isGuess = false

  public init() {}

  /// What happened, in one word or two.
  public enum Kind: String, Sendable, CaseIterable {
    case added, removed, replaced, moved, renamed, split, merged, rescaled
    case ruleChanged = "rule changed"
    case changed, reworded
    case reordered = "order changed"
    case textOnly = "text only"
  }

  /// One field that differs.
  public struct Edit: Sendable, Equatable {
    /// The field in words, such as `title`.
    public var field: String
    /// What stood there; `nil` where nothing did.
    public var before: String?
    public var after: String?
    /// Whether it is words for people to read, so that a word by word comparison helps.
    public var isProse: Bool

    /// The words of both, marked.
    public var words: [WordDifference.Run] { WordDifference.runs(from: before ?? "", to: after ?? "") }
  }

  /// The reason for the step.
  public var reason: String { StepTable.row(rowID)?.why ?? "" }
}
