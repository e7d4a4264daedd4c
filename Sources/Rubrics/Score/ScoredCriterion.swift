import Frameworks
import Reviews

/// A criterion of a review with what the review says of it and what follows.
public struct ScoredCriterion: Sendable {
  public let criterion: ResolvedCriterion
  /// What the framework calls its depth.
  public let level: String
  public let role: Role
  /// On which it is judged; `nil` where it is not.
  public let scale: CompiledScale?
  /// `nil` where it is not judged.
  public let mark: ScoredMark?
  /// Everything that was written, also where nothing is judged.
  public let judgement: Judgement?
  /// What the marked statements suggest; `nil` where none are marked.
  public let suggestion: BestFitSuggestion?
  /// What the judged criteria below sum up to; `nil` where it groups none.
  public let aggregate: AggregateResult?
  /// All marks of the judged criteria at and below it, whatever their scale.
  public let counts: AnswerCounts
  /// How all this came about, a sentence each.
  public let explanation: [String]

  public enum Role: String, Sendable {
    /// It takes a mark in this kind of review.
    case judged
    /// Criteria below it take marks.
    case grouping
    /// Neither.
    case unmarked
  }

  public var path: String { criterion.path }
  public var name: String { criterion.name }
  /// 0 at the top.
  public var depth: Int { criterion.level }

  /// Whether the reviewer chose the suggested point. `nil` without a suggestion or a point.
  public var agrees: Bool? {
    guard let suggestion, case .point(let code)? = mark else { return nil }
    return suggestion.point == code
  }

  /// The chosen point.
  public var point: Point? {
    if case .point(let code)? = mark { scale?.point(code) } else { nil }
  }
}

/// What became of one judged criterion.
public enum ScoredMark: Sendable, Equatable {
  case point(UInt8)
  case notApplicable
  case notReviewed
  case missing
  /// Not asked of this subject.
  case hidden

  init(_ mark: UInt8) {
    switch mark {
    case Mark.notApplicable: self = .notApplicable
    case Mark.notReviewed: self = .notReviewed
    case Mark.hidden: self = .hidden
    case ..<Mark.firstReserved: self = .point(mark)
    default: self = .missing
    }
  }

  /// As a review writes it; `missing` where nothing is written.
  public func text(on scale: CompiledScale) -> String {
    switch self {
    case .point(let code): scale.name(of: code)
    case .notApplicable: "not applicable"
    case .notReviewed: "not reviewed"
    case .missing: "missing"
    case .hidden: "not asked"
    }
  }
}

/// How many judged criteria were answered, whatever their scales.
public struct AnswerCounts: Sendable, Equatable {
  public var answered = 0
  public var notApplicable = 0
  public var notReviewed = 0
  public var missing = 0
  /// Not asked of this subject; part of no total.
  public var hidden = 0

  public init(of marks: some Sequence<UInt8> = []) {
    for mark in marks {
      switch ScoredMark(mark) {
      case .point: answered += 1
      case .notApplicable: notApplicable += 1
      case .notReviewed: notReviewed += 1
      case .missing: missing += 1
      case .hidden: hidden += 1
      }
    }
  }

  public var judged: Int { applicable + notApplicable }
  /// All but those that do not apply.
  public var applicable: Int { answered + notReviewed + missing }

  /// For a head teacher: `4 of 5 answered, 1 not reviewed`.
  public var text: String {
    var parts = ["\(answered) of \(judged) answered"]
    if notApplicable > 0 { parts.append("\(notApplicable) not applicable") }
    if notReviewed > 0 { parts.append("\(notReviewed) not reviewed") }
    if missing > 0 { parts.append("\(missing) missing") }
    if hidden > 0 { parts.append("\(hidden) not asked") }
    return parts.joined(separator: ", ")
  }
}
