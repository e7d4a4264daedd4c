/// Why there is no value. A class, so that ``Value`` stays small: it is made only when something fails.
public final class Failure: Sendable {
  /// Either a mistake or the third outcome.
  public enum Cause: Sendable, Hashable {
    case error(EvaluationError.Kind, String)
    case notEvaluable(Unavailability)
  }

  public let cause: Cause
  /// The node that failed; nil for what a slot held from the start.
  public let node: NodeID?

  init(_ cause: Cause, node: NodeID?) {
    self.cause = cause
    self.node = node
  }

  var isError: Bool {
    if case .error = cause { true } else { false }
  }
}

/// Why a value does not exist, though nobody made a mistake.
public struct Unavailability: Sendable, Hashable {
  /// The reasons that a report tells apart.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case notApplicable
    case notReviewed
    case noEarlierReview
    case notKnown
  }

  public let reason: Reason
  /// What does not exist: a criterion's path, a plan, a signal.
  public let subject: String

  public init(_ reason: Reason, of subject: String) {
    self.reason = reason
    self.subject = subject
  }
}

/// A mistake that came to light when the expression was evaluated.
public struct EvaluationError: Error, Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case divisionByZero
    case overflow
    /// A conversion that is out of the range of its type.
    case outOfRange
    case noSuchKey
    case noSuchField
    case indexOutOfBounds
    /// A function or operator that does not take values of these types.
    case noSuchOverload
    /// Text that is no number, date or pattern; a mean of nothing.
    case badArgument
    case badKey
    case repeatedKey
    case undeclaredName
    case unknownFunction
    /// The evaluation was stopped because it cost more than it may.
    case costExceeded
  }

  public let kind: Kind
  /// What is wrong, in a sentence without its full stop.
  public let message: String
  /// The characters it is about: UTF-8 offsets in the expression's text.
  public let range: Range<Int>

  public init(_ kind: Kind, at range: Range<Int>, _ message: String) {
    self.kind = kind
    self.message = message
    self.range = range
  }
}
