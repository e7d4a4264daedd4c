import Diagnostics
import Documents
import Frameworks
import Sealing

/// The judgements of one subject on one occasion.
public struct Review: Sendable, Equatable {
  public var framework = FrameworkPin()
  public var kind = Located(ReviewKind.own)
  public var subject = Subject()
  /// ``status`` with its place.
  public var locatedStatus = Located(Status.draft)
  /// ``date`` with its place.
  public var locatedDate: Located<Day>?
  /// ``statedPeriod`` with its place.
  public var locatedPeriod: Located<Period>?
  /// Which of the framework's occasions of the school year it was.
  public var occasion: Located<String>?
  public var team: [TeamMember] = []
  /// What was counted or measured, each under its measure's id.
  public var measures: [Keyed<MeasureEntry>] = []
  /// Written agreements that stood behind it.
  public var agreements: [SignedAgreement] = []
  public var judgements: [Keyed<Judgement>] = []
  /// What it said against other versions and could not say against this one. It never counts.
  public var carried: [CarriedAnswers] = []
  public var note: String?
  /// The plugins that it came through, the first one first.
  public var through: [PluginStamp] = []

  public init() {}

  public enum Status: String, Choice {
    case draft, agreed

    public var meaning: String {
      switch self {
      case .draft: "still being worked on; counts nowhere"
      case .agreed: "agreed by those who made it; the latest agreed one of a period counts"
      }
    }
  }

  public var status: Status {
    get { locatedStatus.value }
    set { locatedStatus = Located(newValue) }
  }

  /// The day on which the judgements were made.
  public var date: Day? {
    get { locatedDate?.value }
    set { locatedDate = newValue.map { Located($0) } }
  }

  /// The school year as written; without it, the one in which ``date`` lies.
  public var statedPeriod: Period? {
    get { locatedPeriod?.value }
    set { locatedPeriod = newValue.map { Located($0) } }
  }

  public var period: Period? { statedPeriod ?? date?.period }

  public func judgement(of path: String) -> Judgement? { judgements.first { $0.key.value == path }?.value }
}

/// The exact framework that a review was made against.
public struct FrameworkPin: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  /// ``digest`` with its place.
  public var locatedDigest: Located<Digest>?
  public var range = SourceRange.nowhere

  public init() {}

  /// Of the resolved content; without it only id and version are held against the framework.
  public var digest: Digest? {
    get { locatedDigest?.value }
    set { locatedDigest = newValue.map { Located($0) } }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.version == right.version && left.digest == right.digest
  }
}

/// Who is reviewed.
public struct Subject: Sendable, Equatable {
  /// A school's URN, or a slug that the partnership registered.
  public var id = Located("")
  public var name: String?
  /// What it is, where it is said.
  public var kind: Located<Framework.SubjectKind>?
  /// The school that a year group belongs to.
  public var of: Located<String>?
  /// What the framework's rules need to know of it, each under its fact's id.
  public var facts: [Keyed<PlainValue>] = []

  public init() {}
}

/// One of those who made the review.
public struct TeamMember: Sendable, Equatable {
  public var name = ""
  /// ``role`` with its place.
  public var locatedRole: Located<String>?
  public var school: Located<String>?
  /// What the framework's rules need to know of them, each under its fact's id.
  public var facts: [Keyed<PlainValue>] = []

  public init() {}

  public var role: String? {
    get { locatedRole?.value }
    set { locatedRole = newValue.map { Located($0) } }
  }
}

/// What one review says of one criterion.
public struct Judgement: Sendable, Equatable {
  /// A point's id, `not-applicable` or `not-reviewed`; `nil` where nothing was written.
  public var point: Located<String>?
  /// Ids of statements that the reviewer marked as true here.
  public var statements: [Located<String>] = []
  public var evidence: String?
  public var actions: [String] = []
  /// What the peers said to it.
  public var challenge: String?
  public var range = SourceRange.nowhere

  public init() {}

  public static let notApplicable = "not-applicable"
  public static let notReviewed = "not-reviewed"

  public static func == (left: Self, right: Self) -> Bool {
    left.point == right.point && left.statements == right.statements && left.evidence == right.evidence
      && left.actions == right.actions && left.challenge == right.challenge
  }
}
