import Diagnostics
import Documents

/// One correspondence between criteria of two frameworks; any number of criteria on each side.
public struct CrosswalkLink: Sendable, Equatable {
  public var id = Located("")
  /// Paths in the framework that the crosswalk leads from.
  public var from: [Located<String>] = []
  public var to: [Located<String>] = []
  /// What the `from` side is to the `to` side.
  public var relation = Located(Relation.overlaps)
  public var confidence = Located(Confidence.medium)
  public var basis = Located(Basis.inferred)
  public var rationale = ""
  /// Where it is stated.
  public var source: SourceReference?
  /// How several judgements on one side make one figure on the other.
  public var combine: Located<CrosswalkCombination>?
  /// Why the crosswalk says so where nothing else does.
  public var assumed: String?
  public var range = SourceRange.nowhere

  public init() {}

  public func paths(_ side: CrosswalkSide) -> [Located<String>] { side == .from ? from : to }

  /// Whether anything corresponds: `none` says that it only looks so.
  public var relates: Bool { relation.value != .lookalike }

  /// The same link, read from its other end.
  public var inverted: CrosswalkLink {
    var link = self
    swap(&link.from, &link.to)
    link.relation.value = relation.value.inverted
    return link
  }

  /// Places do not count.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.from == right.from && left.to == right.to && left.relation == right.relation
      && left.confidence == right.confidence && left.basis == right.basis
      && left.rationale == right.rationale && left.source == right.source && left.combine == right.combine
      && left.assumed == right.assumed
  }
}

extension CrosswalkLink {
  /// What one side of a link is to the other, the closest first.
  public enum Relation: String, Choice {
    case same, reworded, broader, narrower, overlaps
    case lookalike = "none"

    public var meaning: String {
      switch self {
      case .same: "both sides ask the same thing in as good as the same words"
      case .reworded: "both sides ask the same thing in other words"
      case .broader: "the `from` side asks for all that the `to` side does, and for more"
      case .narrower: "the `from` side asks for a part of what the `to` side does"
      case .overlaps: "the sides share something, and each asks for something of its own"
      case .lookalike: "they look alike and do not correspond; said so that nobody links them"
      }
    }

    /// What the `to` side is to the `from` side.
    public var inverted: Relation {
      switch self {
      case .broader: .narrower
      case .narrower: .broader
      default: self
      }
    }

    /// How close it is: 0 for `same`. `broader` and `narrower` are one relation, read from either end.
    public var distance: Int {
      switch self {
      case .same: 0
      case .reworded: 1
      case .broader, .narrower: 2
      case .overlaps: 3
      case .lookalike: 4
      }
    }
  }

  /// How sure the crosswalk's author is of a link, the surest first.
  public enum Confidence: String, Choice {
    case high, medium, low

    public var meaning: String {
      switch self {
      case .high: "whoever knows both frameworks would agree"
      case .medium: "likely; somebody who knows both should look at it"
      case .low: "a guess, for others to confirm or drop"
      }
    }
  }

  /// Who says that criteria correspond.
  public enum Basis: String, Choice {
    case stated, inferred

    public var meaning: String {
      switch self {
      case .stated: "a source says so; `source` names it"
      case .inferred: "the crosswalk's author worked it out from the texts"
      }
    }
  }
}

/// How several judgements on one side of a link make one figure on the other. Each judgement is first taken over to
/// the other side's scale; then the rule combines them. Its names and results are those of the aggregations.
public enum CrosswalkCombination: String, Choice {
  case min, max, median, mean, mode
  case allEqual = "all-equal"
  case uncombined = "none"

  public var meaning: String {
    switch self {
    case .min: "the lowest"
    case .max: "the highest"
    case .median: "the one in the middle"
    case .mean: "their mean, for interval scales only, unless `assumed` says why"
    case .mode: "the most frequent"
    case .allEqual: "the one that all share; where they differ, no figure"
    case .uncombined: "never: only the words correspond"
    }
  }

  /// Whether it asks which of two points is higher.
  public var needsOrder: Bool {
    switch self {
    case .min, .max, .median, .mean: true
    case .mode, .allEqual, .uncombined: false
    }
  }
}
