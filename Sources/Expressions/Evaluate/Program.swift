/// A compiled expression: made once, evaluated many times, also on several threads.
public struct Program: Sendable {
  /// What it was made of.
  public let expression: ParsedExpression
  /// The environment whose slots an activation must have.
  public let environment: Environment
  private let code: Code

  /// Compiles `expression`, which may have been checked or not.
  public init(_ expression: ParsedExpression, in environment: Environment) {
    self.expression = expression
    self.environment = environment
    var compiler = Compiler(expression, environment, isFused: true)
    code = compiler.compile()
  }

  /// Evaluates the expression.
  ///
  /// - Parameter costLimit: What the evaluation may cost (``EvaluationCost``). Past it, it stops with an error.
  public func evaluate(_ activation: Activation, costLimit: Int) -> Outcome {
    let run = Evaluator.run(code, activation, budget: costLimit, observer: SilentObserver())
    return outcome(run.value, isStopped: run.budget < 0, costLimit: costLimit)
  }

  /// Evaluates the expression and notes the value of each of its parts.
  public func explain(_ activation: Activation, costLimit: Int) -> Explanation {
    var compiler = Compiler(expression, environment, isFused: false)
    let code = compiler.compile()
    let run = Evaluator.run(code, activation, budget: costLimit, observer: NotingObserver(code.origins))
    let outcome = outcome(run.value, isStopped: run.budget < 0, costLimit: costLimit)
    var parts: [Explanation.Part] = []
    for (node, seen) in run.observer.seen.sorted(by: { $0.key < $1.key }) {
      parts.append(
        Explanation.Part(
          node: node, range: expression[node].range, outcomes: seen.values.map { self.outcome($0) },
          count: seen.count))
    }
    return Explanation(outcome: outcome, parts: parts, cost: costLimit - max(0, run.budget))
  }

  /// What one evaluation costs; at most `costLimit`.
  public func cost(of activation: Activation, costLimit: Int) -> Int {
    let run = Evaluator.run(code, activation, budget: costLimit, observer: SilentObserver())
    return costLimit - max(0, run.budget)
  }

  private func outcome(_ value: Value, isStopped: Bool, costLimit: Int) -> Outcome {
    guard isStopped else { return outcome(value) }
    return .error(
      EvaluationError(
        .costExceeded, at: expression[expression.root].range,
        "the evaluation was stopped after \(costLimit) steps, the most it may take"))
  }

  private func outcome(_ value: Value) -> Outcome {
    guard case .failure(let failure) = value else { return .value(value) }
    let range = expression[failure.node ?? expression.root].range
    switch failure.cause {
    case .error(let kind, let message): return .error(EvaluationError(kind, at: range, message))
    case .notEvaluable(let reason): return .notEvaluable(reason, range)
    }
  }
}

/// What came of an evaluation.
public enum Outcome: Sendable, Hashable {
  case value(Value)
  /// What it needs does not exist, for a reason that is nobody's mistake; the characters that needed it.
  case notEvaluable(Unavailability, Range<Int>)
  case error(EvaluationError)
}

/// An evaluation with the value of each part.
public struct Explanation: Sendable {
  /// A node that was evaluated at least once.
  public struct Part: Sendable {
    public let node: NodeID
    /// Its characters.
    public let range: Range<Int>
    /// What came of it, in order: the first ``Explanation/mostOutcomes`` times at most.
    public let outcomes: [Outcome]
    /// How often it was evaluated.
    public let count: Int
  }

  /// The value of the whole expression.
  public let outcome: Outcome
  /// The parts that were evaluated, inner ones first.
  public let parts: [Part]
  /// What the evaluation cost.
  public let cost: Int

  /// How many outcomes of one part are kept.
  public static let mostOutcomes = 20
}
