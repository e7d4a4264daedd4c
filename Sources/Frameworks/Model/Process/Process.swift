import Diagnostics
import Documents

/// What happens when: the stages of a review and what else recurs.
public struct ReviewProcess: Sendable, Equatable {
  public var stages: [Stage] = []
  public var cadences: [Cadence] = []
  public var samples: [QualitySample] = []
  public var isLocked = false

  public init() {}
}

/// A part of the process.
public struct Stage: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var text: String?
  public var steps: [Step] = []
  public var source: SourceReference?
  public var isLocked = false

  public init() {}
}

/// One thing to be done.
public struct Step: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var text: String?
  /// The roles that do it.
  public var by: [Located<String>] = []
  /// The roles that take part besides.
  public var with: [Located<String>] = []
  /// When, counted from another step; without it people set the date.
  public var window: Window?
  /// How long it takes, in days.
  public var lasts: Lasting?
  /// The form that is filled then.
  public var form: Located<String>?
  /// Whether a schedule gives it a date.
  public var isScheduled = false
  public var isOptional = false
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// When a step is due, counted from another one.
public struct Window: Sendable, Equatable {
  /// The step before which it is due; exactly one of ``before`` and ``after`` is there.
  public var before: Located<String>?
  /// The step after whose end it is due.
  public var after: Located<String>?
  public var span = Located(Span())
  /// When to plan it, within the span; without it the middle, or the bound that is there.
  public var aim: Interval?
  public var strength = Strength.should
  public var assumed: String?

  public init() {}

  public var anchor: Located<String>? { before ?? after }
}

/// How many days a step takes.
public struct Lasting: Sendable, Equatable {
  public var atLeast: Double?
  public var atMost: Double?
  public var strength = Strength.should
  public var assumed: String?

  public init() {}
}

/// How often something happens.
public struct Cadence: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var times = 1
  public var per = Unit.year
  /// The step that recurs; without it something that no schedule dates.
  public var step: Located<String>?
  /// Who takes part.
  public var with: [Located<String>] = []
  public var strength = Strength.should
  public var assumed: String?
  public var source: SourceReference?

  public init() {}

  public enum Unit: String, Choice {
    case year, term
    case halfTerm = "half-term"
    case month, fortnight, week

    public var meaning: String { self == .year ? "a school year, from September" : "" }

    /// How many there are in a school year: months and weeks of the calendar, three terms of two halves.
    public var inAYear: Int {
      switch self {
      case .year: 1
      case .term: 3
      case .halfTerm: 6
      case .month: 12
      case .fortnight: 26
      case .week: 52
      }
    }
  }
}

/// Reviews of a cycle that somebody looks at again, drawn by lot from a seed so that the draw can be repeated.
public struct QualitySample: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// The share of the reviews that are drawn, above 0 and up to 1.
  public var share = 1.0
  public var atLeast = 1
  public var form: Located<String>?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// A written agreement that must stand before something happens.
public struct Agreement: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var text: String?
  /// What waits for it: measures, or a step of the process.
  public var before = Located(Agreement.measures)
  public var strength = Strength.must
  public var message: String?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}

  public static let measures = "measures"
}
