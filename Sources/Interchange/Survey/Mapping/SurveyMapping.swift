import Diagnostics
import Documents
import Frameworks
import Reviews

/// What the columns of a survey's answers mean for reviews against one version of one framework.
public struct SurveyMapping: Sendable, Equatable {
  public var framework = FrameworkPin()
  public var kind = Located(ReviewKind.own)
  public var responses = Located(Responses.each)
  /// Where answers are combined: with fewer points than this a criterion is left open.
  public var atLeast = 1
  public var subject = SurveySubject()
  public var date: SurveyDate?
  /// The school year of every review, where it is not the one of its date.
  public var period: Located<Period>?
  /// The columns whose answers are somebody's name; without it, who answered is left out.
  public var team: [SurveyColumnName] = []
  /// Columns that go into the review's note.
  public var note: [SurveyColumnName] = []
  public var columns: [SurveyColumn] = []
  /// What answers stand for in every column that says nothing else.
  public var answers: [Keyed<Located<String>>] = []
  /// Columns that are left out.
  public var ignore: [SurveyColumnName] = []

  public init() {}

  /// How responses become reviews.
  public enum Responses: String, Choice {
    case each, median, mode

    public var meaning: String {
      switch self {
      case .each: "each response is a review of its own"
      case .median:
        "all responses on a subject make one review; each point is the middle answer, the lower of two"
      case .mode:
        "all responses on a subject make one review; each point is the commonest answer, none on a tie"
      }
    }
  }
}

/// Who is reviewed: always the same, or as a column says.
public struct SurveySubject: Sendable, Equatable {
  public var id: Located<String>?
  public var name: String?
  public var column: SurveyColumnName?
  /// The id for each answer of the column that is none itself.
  public var ids: [Keyed<Located<String>>] = []
  /// For year groups: the school that all of them belong to.
  public var of: Located<String>?
  public var range = SourceRange.nowhere

  public init() {}

  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.name == right.name && left.column == right.column && left.ids == right.ids
      && left.of == right.of
  }
}

/// The column that says on which day somebody answered.
public struct SurveyDate: Sendable, Equatable {
  public var column = SurveyColumnName("")
  public var order = Order.dayFirst

  public init() {}

  /// How days are written, where they are not like 2026-01-31.
  public enum Order: String, Choice {
    case dayFirst = "day-first"
    case monthFirst = "month-first"

    public var meaning: String {
      switch self {
      case .dayFirst: "31/01/2026"
      case .monthFirst: "1/31/2026"
      }
    }
  }
}

/// A column, by what stands at its head.
public struct SurveyColumnName: Sendable, Equatable {
  /// As the survey's file has it; white space counts once.
  public var header: Located<String>
  /// Which of several columns with the same header, from 1.
  public var nth: Int?

  public init(_ header: String) { self.header = Located(header) }
}

/// A column that is about a criterion.
public struct SurveyColumn: Sendable, Equatable {
  public var name = SurveyColumnName("")
  /// The criterion's path.
  public var criterion = Located("")
  public var box = Box.point
  /// What its answers stand for, before those of the whole survey.
  public var answers: [Keyed<Located<String>>] = []
  /// What stands between several answers in one cell.
  public var separator: String?

  public init() {}

  /// Where the answer goes.
  public enum Box: String, Choice {
    case point, evidence, actions, challenge, statements

    public var meaning: String {
      switch self {
      case .point: "a point of the scale"
      case .evidence: "text"
      case .actions: "one a line, or between separators"
      case .challenge: "text"
      case .statements: "the statements that were ticked, by text or id"
      }
    }
  }
}
