import Diagnostics
import Documents

/// Something counted or measured on each occasion, beside the judgements.
public struct Measure: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var text: String?
  public var kind = Kind.number
  /// For `counts` and `point`.
  public var scale: Located<String>?
  /// What is counted or in what it is measured: pupils, per cent.
  public var unit: String?
  public var atLeast: Double?
  public var atMost: Double?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}

  public enum Kind: String, Choice {
    case number, counts, point
    case yesNo = "yes-no"

    public var meaning: String {
      switch self {
      case .number: "a number"
      case .counts: "how many of the unit stand at each point of the scale"
      case .point: "a point of the scale"
      case .yesNo: "`true` or `false`"
      }
    }
  }
}

/// The times of a school year at which the framework is used.
public struct Occasion: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// The first day, as month and day: 09-01.
  public var from: Located<String>?
  public var source: SourceReference?

  public init() {}
}

/// The direction in which a number moved since the occasion before.
public struct Trend: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// A number, in CEL: a measure, or something made of measures.
  public var of = Located("")
  /// The categories, the lowest first.
  public var categories: [TrendCategory] = []
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// One direction: changes from ``from`` up to where the next category begins.
public struct TrendCategory: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// The smallest change that belongs to it; the lowest category has none.
  public var from: Double?

  public init() {}
}

/// A condition that is worth knowing of.
public struct Signal: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var when = Located("")
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// What signals lead to.
public struct Trigger: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var when = Located("")
  /// The watch list that it proposes the subject for.
  public var opens: Located<String>?
  /// What people do then.
  public var text: String?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// A list of subjects that people keep an eye on until all sides say that it is enough. It never leaves the
/// partnership.
public struct WatchList: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var text: String?
  /// The role of the named person who answers for a subject on the list.
  public var owner = Located("")
  /// The cadence whose every occasion wants a report.
  public var report = Located("")
  /// The sides that must all agree before a subject leaves the list.
  public var closedBy: [AnswerOption] = []
  /// What must hold besides.
  public var closesWhen: Located<String>?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}
