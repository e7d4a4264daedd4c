import Diagnostics
import Documents

/// What a review must, should and may cover.
public struct Coverage: Sendable, Equatable {
  public var must: [CoverageCondition] = []
  public var should: [CoverageCondition] = []
  public var may: [CoverageCondition] = []
  public var isLocked = false

  public init() {}

  public var all: [CoverageCondition] { must + should + may }
}

/// How many criteria of a level a review covers.
public struct CoverageCondition: Sendable, Equatable {
  public var atLeast: Int?
  public var atMost: Int?
  public var level = Located("")
  /// Only those below this criterion.
  public var under: Located<String>?
  /// Only these criteria.
  public var among: [Located<String>] = []
  /// Only reviews of this kind; a plan is one for a peer review.
  public var kind: ReviewKind?
  /// What a person reads where it is not so.
  public var message: String?
  public var assumed: String?
  public var source: SourceReference?
  public var range = SourceRange.nowhere
  public var isLocked = false

  public init() {}

  public static func == (left: Self, right: Self) -> Bool {
    left.atLeast == right.atLeast && left.atMost == right.atMost && left.level == right.level
      && left.under == right.under && left.among == right.among && left.source == right.source
      && left.isLocked == right.isLocked && left.kind == right.kind && left.message == right.message
      && left.assumed == right.assumed
  }
}
