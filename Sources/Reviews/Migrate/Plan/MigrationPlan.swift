import Diagnostics
import Documents
import Frameworks

/// What migrating some reviews to one framework would do, worked out whole before anything is written.
public struct MigrationPlan: Sendable {
  /// The framework that they are migrated to.
  public let to: FrameworkIdentity
  /// The ways that lead there, in the order in which reviews needed them.
  public internal(set) var routes: [Route] = []
  /// The reviews that would be migrated.
  public internal(set) var reviews: [MigratedReview] = []
  /// The others, each with the reason.
  public internal(set) var leftAlone: [LeftReview] = []

  init(to: FrameworkIdentity) { self.to = to }

  /// What becomes of the criteria of one framework, for one kind of review.
  public struct Route: Sendable {
    public let from: FrameworkIdentity
    public let kind: ReviewKind
    /// All frameworks on the way, both ends among them.
    public let stops: [FrameworkIdentity]
    public internal(set) var criteria: [CriterionPlan]
    /// How many reviews take it.
    public internal(set) var reviews = 0

    /// How many criteria of those that the reviews judge or speak of share a fate; the first fates first.
    public var counts: [(fate: CriterionPlan.Fate, count: Int)] {
      CriterionPlan.Fate.allCases.compactMap { fate in
        let count = criteria.count { $0.fate == fate }
        return count == 0 ? nil : (fate, count)
      }
    }
  }
}

/// A review and what it becomes.
public struct MigratedReview: Sendable {
  /// The file, or whatever it is known by.
  public let name: String
  public let before: Review
  public let after: Review
  /// The position of its way in ``MigrationPlan/routes``.
  public let route: Int
  /// Answers that count in the new review.
  public let standing: Int
  /// Answers of before that came back.
  public let restored: Int
  /// Answers that wait for a person.
  public let toDecide: Int
  /// Answers that are only kept.
  public let withoutPlace: Int
  /// What is wrong with the new review, such as a role that the framework does not know; for a person to put right.
  public let mistakes: [String]

  /// As YAML, ready to be written.
  public let text: String
}

/// A review that is not migrated.
public struct LeftReview: Sendable, Equatable {
  public let name: String
  public let why: Why

  public init(name: String, why: Why) { (self.name, self.why) = (name, why) }

  public enum Why: Sendable, Equatable {
    case agreed
    case thereAlready
    /// Any other reason, as a sentence without its end.
    case other(String)

    public var words: String {
      switch self {
      case .agreed: "agreed, so it stays as it was; --agreed takes agreed reviews along"
      case .thereAlready: "made against this version already"
      case .other(let words): words
      }
    }
  }
}
