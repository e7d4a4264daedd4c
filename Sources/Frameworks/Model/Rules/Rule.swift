import Diagnostics
import Documents

/// A condition in CEL that documents of one kind are held against, with what to say where it does not hold.
public struct Rule: Sendable, Equatable {
  public var id = Located("")
  /// Which documents: `review`, `schedule`, or the id of a form.
  public var on = Located(Rule.onReview)
  /// Only reviews of this kind.
  public var kind: ReviewKind?
  /// The rule is asked only where this holds.
  public var when: Located<String>?
  /// What has to hold.
  public var assert = Located("")
  public var strength = Strength.must
  /// What a person reads where it does not hold.
  public var message = ""
  /// Why, where the source is silent.
  public var assumed: String?
  public var source: SourceReference?
  public var isLocked = false

  public init() {}

  public static let onReview = "review"
  public static let onSchedule = "schedule"
}

/// Which judgements have to say what they rest on.
public struct EvidenceRequirement: Sendable, Equatable {
  public var level = Located("")
  /// Only judgements at this point or above it.
  public var from: Located<String>?
  /// Only criteria at or below this one.
  public var under: Located<String>?
  public var kind: ReviewKind?
  public var strength = Strength.must
  public var message: String?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}
}

/// A stretch of an aggregate's figures that has a name.
public struct Band: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// The lowest figure that belongs to it; it ends where the next band begins.
  public var from = 0.0
  public var text: String?

  public init() {}
}
