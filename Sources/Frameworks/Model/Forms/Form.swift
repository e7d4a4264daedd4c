import Diagnostics
import Documents

/// Boxes to fill: once for each criterion of a level, or once for a review at a step of the process.
public struct Form: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var text: String?
  /// The level whose criteria it is filled for; without it, it is filled once.
  public var level: Located<String>?
  public var purpose = Purpose.record
  public var fields: [FormField] = []
  public var source: SourceReference?
  public var isLocked = false

  public init() {}

  public enum Purpose: String, Choice {
    case record, plan, actions, process

    public var meaning: String {
      switch self {
      case .record: "keeps what was found or said"
      case .plan: "says what a review will cover: coverage and team are checked on it"
      case .actions: "holds actions, each with an owner and a time"
      case .process: "is about the process itself, not about the subject"
      }
    }
  }
}

/// One box.
public struct FormField: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var kind = Kind.text
  public var help: String?
  public var isRequired = false
  /// How many answers: for lists, people, criteria, questions, table rows and repeats.
  public var atLeast: Int?
  public var atMost: Int?
  /// For `choice`: what may be chosen.
  public var choices: [AnswerOption] = []
  /// For `criteria` and `questions`: the level to pick from.
  public var level: Located<String>?
  /// For `criteria` and `questions`: only criteria at or below this one.
  public var under: Located<String>?
  /// For `person`: the role they take.
  public var role: Located<String>?
  /// For `table`: its columns. For `repeat`: the boxes of each part.
  public var fields: [FormField] = []
  /// Never leaves the school and its review team, and is left out of every export.
  public var isPrivate = false
  public var assumed: String?
  public var source: SourceReference?

  public init() {}

  public enum Kind: String, Choice {
    case judgement, text, list, choice, date, number, person, tick, criteria, questions, table
    case repeated = "repeat"

    public var meaning: String {
      switch self {
      case .judgement: "a point of the criterion's scale"
      case .text: "free text"
      case .list: "several short texts"
      case .choice: "one of `choices`"
      case .date: "a day"
      case .number: "a number"
      case .person: "one or more people, by name"
      case .tick: "yes or no"
      case .criteria: "criteria picked from a level"
      case .questions:
        "questions in the review's own words, each linked to a criterion and never counted as it"
      case .table: "rows of `fields`, its columns"
      case .repeated: "a part that is filled as often as needed, with `fields` of its own"
      }
    }

    /// Whether it may hold several answers.
    public var isMany: Bool {
      switch self {
      case .list, .person, .criteria, .questions, .table, .repeated: true
      default: false
      }
    }
  }
}
