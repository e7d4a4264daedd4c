import Diagnostics
import Documents

/// What a review is held against: one version of one framework, as its author wrote it.
public struct Framework: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  public var status = Status.draft
  public var title = ""
  public var summary: String?
  /// BCP 47.
  public var language = Located("en-GB")
  public var subject = SubjectKind.school
  /// The documents that the framework was made from.
  public var sources: [SourceDocument] = []
  /// What its depths are called, from the top down.
  public var levels: [Level] = []
  public var scales: [Keyed<Scale>] = []
  public var judging = Judging()
  public var stems: [Stem] = []
  public var criteria: [Criterion] = []
  public var overall = Overall.none
  /// What a sheet publishes where more than ten criteria are judged.
  public var sections: [Section] = []
  public var coverage = Coverage()
  public var evidenceRequired: [EvidenceRequirement] = []
  public var rules: [Rule] = []
  /// What rules need to know of the subject and of those who review.
  public var facts: [Fact] = []
  public var team = Team()
  public var process = ReviewProcess()
  public var agreements: [Agreement] = []
  public var forms: [Form] = []
  public var tools: [Tool] = []
  public var occasions: [Occasion] = []
  public var measures: [Measure] = []
  public var trends: [Trend] = []
  public var signals: [Signal] = []
  public var triggers: [Trigger] = []
  public var watch: [WatchList] = []
  /// How earlier versions became this one.
  public var migrations: [Migration] = []

  public init() {}

  /// Whether a version may still change.
  public enum Status: String, Choice {
    case draft, released

    public var meaning: String {
      switch self {
      case .draft: "may still change under its version"
      case .released: "never changes again under its version"
      }
    }
  }

  /// Who is reviewed.
  public enum SubjectKind: String, Choice {
    case school, alliance, partnership
    case yearGroup = "year-group"

    public var meaning: String { "" }
  }
}

/// A document that a framework was made from.
public struct SourceDocument: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var publisher: String?
  public var date: String?
  public var note: String?
  /// The parts of it that the framework uses; `at:` starts with the title of one.
  public var places: [SourcePlace] = []
}

/// A part of a source document.
public struct SourcePlace: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// The system or tool that stands there, in our words.
  public var text: String?
}

/// Where in a source document something stands.
public struct SourceReference: Sendable, Equatable {
  /// A ``SourceDocument``'s id.
  public var ref = Located("")
  /// In words a reader can follow, such as "Area 1, question 2"; it starts with the title of a ``SourcePlace``.
  public var at: Located<String>?
}

/// What a framework calls a depth: area; theme, dimension, question.
public struct Level: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// How criteria of this level sum up those below them; without it they show a distribution.
  public var aggregate: Aggregate?
}

/// An opening that questions share.
public struct Stem: Sendable, Equatable {
  public var id = Located("")
  public var text = ""
  public var source: SourceReference?
  public var isLocked = false
}

/// A part of a framework that a sheet publishes as one figure.
public struct Section: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// Paths of the criteria whose judged descendants belong to it.
  public var of: [Located<String>] = []
  public var isLocked = false
}
