import Diagnostics
import Documents

/// Who does what in a review, how many they are, and who must or should not be what.
public struct Team: Sendable, Equatable {
  public var roles: [Role] = []
  public var sizes: [TeamSize] = []
  public var exclusions: [Exclusion] = []
  public var isLocked = false

  public init() {}
}

/// A part that people take in a review or in the partnership.
public struct Role: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// Who may take it, and what it is about.
  public var text: String?
  public var duties: [Prompt] = []
  /// Whether those who take it belong to the review team.
  public var isOnTeam = false
  /// How many there are: in a review's team, or for a schedule's review.
  public var atLeast: Int?
  public var atMost: Int?
  public var strength = Strength.must
  /// What a person reads where the number is another.
  public var message: String?
  public var assumed: String?
  public var source: SourceReference?
  public var isLocked = false

  public init() {}
}

/// How many people take some roles together.
public struct TeamSize: Sendable, Equatable {
  public var of: [Located<String>] = []
  public var atLeast: Int?
  public var atMost: Int?
  public var strength = Strength.must
  public var message: String?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// What somebody in a role is not at the same time.
public struct Exclusion: Sendable, Equatable {
  public var role = Located("")
  /// Roles that nobody in ``role`` takes as well.
  public var not: [Located<String>] = []
  /// Nobody in ``role`` belongs to the school that is reviewed.
  public var isFromElsewhere = false
  /// Where the two may not meet: in one review, or in any review of a schedule.
  public var within = Within.review
  public var strength = Strength.must
  public var message: String?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}

  public enum Within: String, Choice {
    case review, cycle

    public var meaning: String {
      switch self {
      case .review: "in the same review"
      case .cycle: "in any review of the schedule"
      }
    }
  }
}

/// Something that rules need to know of the one who is reviewed, or of those who review.
public struct Fact: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var of = Owner.subject
  public var kind = Kind.yesNo
  /// For `choice`: what may be said.
  public var choices: [AnswerOption] = []
  public var source: SourceReference?

  public init() {}

  public enum Owner: String, Choice {
    case subject, member

    public var meaning: String {
      switch self {
      case .subject: "of the one who is reviewed"
      case .member: "of each person in the team"
      }
    }
  }

  public enum Kind: String, Choice {
    case yesNo = "yes-no"
    case choice, number, text, date

    public var meaning: String {
      switch self {
      case .yesNo: "`true` or `false`"
      case .choice: "one of `choices`"
      case .number: "a number"
      case .text: "a text"
      case .date: "a day"
      }
    }
  }
}

/// One of several answers that may be chosen.
public struct AnswerOption: Sendable, Equatable {
  public var id = Located("")
  public var title = ""

  public init() {}
}
