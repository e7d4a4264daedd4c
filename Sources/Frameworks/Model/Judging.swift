import Diagnostics
import Documents

/// Who judges: the school itself, or its peers.
public enum ReviewKind: String, Choice, Comparable {
  case own = "self"
  case peer

  public var meaning: String {
    switch self {
    case .own: "the subject judges itself"
    case .peer: "a team of peers judges"
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left == .own && right == .peer }
}

/// What is marked in each kind of review.
public struct Judging: Sendable, Equatable {
  /// `nil` where a self-review marks nothing.
  public var own: Marking?
  /// `nil` where peers mark nothing.
  public var peer: Marking?
  public var range = SourceRange.nowhere

  /// Places do not count.
  public static func == (left: Judging, right: Judging) -> Bool {
    left.own == right.own && left.peer == right.peer
  }

  public subscript(_ kind: ReviewKind) -> Marking? { kind == .own ? own : peer }
}

/// How one kind of review marks.
public struct Marking: Sendable, Equatable {
  /// The level whose criteria are judged.
  public var level = Located("")
  /// The scale of all of them, unless a criterion names its own.
  public var scale: Located<String>?
  public var method = Method.point
  /// Whether a review may leave the marks out altogether.
  public var isOptional = false
  public var isLocked = false
  public var range = SourceRange.nowhere

  public enum Method: String, Choice {
    case point
    case bestFit = "best-fit"

    public var meaning: String {
      switch self {
      case .point: "the reviewer chooses a point"
      case .bestFit: "the reviewer chooses the point whose statements fit best; marked statements suggest one"
      }
    }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.level == right.level && left.scale == right.scale && left.method == right.method
      && left.isOptional == right.isOptional && left.isLocked == right.isLocked
  }
}

/// A rule that sums up judgements.
public struct Aggregate: Sendable, Equatable {
  /// The aggregation's name, such as `median`.
  public var name = Located("")
  /// The plugin whose aggregation it is; `nil` for one of Waymark's own.
  public var plugin: Located<String>?
  /// The share of criteria that must be answered before there is a figure, 0 to 1.
  public var answered = Aggregate.usualAnswered
  /// For `proportion`: the lowest point that counts.
  public var point: Located<String>?
  /// Stretches of the figure that have a name, the lowest first.
  public var bands: [Band] = []
  /// Why the framework says so where its source is silent.
  public var assumed: String?
  public var isLocked = false

  public static let usualAnswered = 0.5
}

/// Whether a framework sums up to one figure.
public enum Overall: Sendable, Equatable {
  /// Never; nothing may override it.
  case none
  case aggregate(Aggregate)
}
