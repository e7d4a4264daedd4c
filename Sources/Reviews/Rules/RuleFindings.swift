import Expressions
import Frameworks

/// What came of everything that a framework asks of one document.
public struct RuleFindings: Sendable {
  /// One for each rule that is for such documents, in the framework's order.
  public var outcomes: [RuleOutcome] = []
  /// Paths of criteria that are not asked of this subject.
  public var hidden: Set<String> = []
  /// Those of them that were answered all the same; the answers are kept and not counted.
  public var answeredHidden: [String] = []
  public var trends: [TrendFinding] = []
  public var signals: [SignalFinding] = []
  public var triggers: [TriggerFinding] = []

  public init() {}

  public var broken: [RuleOutcome] { outcomes.filter(\.isBroken) }
}

/// What came of one rule.
public struct RuleOutcome: Sendable {
  public let rule: StatedRule
  public let result: Result

  public enum Result: Sendable, Equatable {
    case held
    /// With the number that the rule counts, where it counts one.
    case broken(found: Int?)
    /// The rule is not for a document like this one.
    case notAsked
    /// What it needs is not there, for a reason that is nobody's mistake.
    case notEvaluable(String)
    /// Its expression failed.
    case failed(String)
  }

  public init(_ rule: StatedRule, _ result: Result) {
    self.rule = rule
    self.result = result
  }

  public var isBroken: Bool {
    if case .broken = result { true } else { false }
  }

  /// What a person reads.
  public var words: String {
    switch result {
    case .held, .notAsked: rule.message
    case .broken(let found): found.map { "\(rule.message) Here: \($0)." } ?? rule.message
    case .notEvaluable(let reason): "\(rule.message) This cannot be told: \(reason)."
    case .failed(let reason): "\(rule.message) The rule's expression failed: \(reason)."
    }
  }
}

/// The direction of a trend.
public struct TrendFinding: Sendable {
  public let trend: Trend
  public let result: Result

  public enum Result: Sendable, Equatable {
    /// The category's position, and the change.
    case moved(category: Int, by: Double)
    case notEvaluable(String)
    case failed(String)
  }
}

/// Whether a signal is given.
public struct SignalFinding: Sendable {
  public let signal: Signal
  public let result: Condition
}

/// Whether a trigger is pulled.
public struct TriggerFinding: Sendable {
  public let trigger: Trigger
  public let result: Condition
}

/// What came of a condition.
public enum Condition: Sendable, Equatable {
  case holds
  case holdsNot
  case notEvaluable(String)
  case failed(String)

  init(_ outcome: Outcome) {
    switch outcome {
    case .value(.bool(true)): self = .holds
    case .value: self = .holdsNot
    case .notEvaluable(let reason, _): self = .notEvaluable(reason.words)
    case .error(let error): self = .failed(error.message)
    }
  }
}

extension Unavailability {
  /// As people say it.
  public var words: String {
    switch reason {
    case .notApplicable: "“\(subject)” does not apply here"
    case .notReviewed: "“\(subject)” was not reviewed"
    case .noEarlierReview: "there is no earlier review"
    case .notKnown: "“\(subject)” is not given"
    }
  }
}
