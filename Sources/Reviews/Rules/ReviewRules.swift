import Expressions
import Frameworks

/// Asks everything that a framework declares of a review.
public struct ReviewRules: Sendable {
  public let book: RuleBook

  public init(_ book: RuleBook) { self.book = book }

  /// Rules, trends, signals, triggers, and which criteria are not asked.
  public func findings(_ situation: RuleSituation) -> RuleFindings {
    let state = state(situation)
    var findings = RuleFindings()
    findings.hidden = Set(state.hidden.map { book.framework.criteria[$0].path })
    findings.answeredHidden = state.hidden.sorted().map { book.framework.criteria[$0].path }.filter {
      situation.review.judgement(of: $0).map { $0.point != nil || $0.hasWriting } ?? false
    }
    findings.trends = state.trends
    findings.signals = state.signals
    findings.triggers = book.triggers.map {
      TriggerFinding(trigger: $0.trigger, result: Condition(evaluate($0.program, state.activation)))
    }
    findings.outcomes = book.rules.compactMap { compiled in
      guard compiled.rule.target == .review else { return nil }
      if let kind = compiled.rule.kind, kind != situation.review.kind.value {
        return RuleOutcome(compiled.rule, .notAsked)
      }
      return RuleAsking.ask(compiled, state.activation)
    }
    return findings
  }

  /// Positions of the criteria that are not asked of the subject.
  public func hidden(_ situation: RuleSituation) -> Set<Int> {
    book.conditions.isEmpty ? [] : state(situation).hidden
  }

  /// The variables' values, for trying an expression.
  public func activation(_ situation: RuleSituation) -> Activation { state(situation).activation }

  /// Whether a subject may leave a watch list as far as its framework says; `nil` where it says nothing.
  public func mayClose(_ list: String, _ situation: RuleSituation) -> Condition? {
    book.closings[list].map { Condition(evaluate($0, state(situation).activation)) }
  }

  private struct State {
    var activation: Activation
    var hidden: Set<Int> = []
    var trends: [TrendFinding] = []
    var signals: [SignalFinding] = []
  }

  /// Earlier reviews first: each is what `previous` sees from the next.
  private func state(_ situation: RuleSituation) -> State {
    var previous: Activation?
    for review in situation.earlier {
      previous = state(RuleSituation(review), previous: previous).activation
    }
    return state(situation, previous: previous)
  }

  private func state(_ situation: RuleSituation, previous: Activation?) -> State {
    var values = ReviewValues(situation, book)
    var activation = values.activation()
    activation.previous = previous
    var state = State(activation: activation)
    state.trends = trends(activation)
    values.trends = state.trends
    activation = values.activation()
    activation.previous = previous
    for compiled in book.signals {
      let outcome = evaluate(compiled.program, activation)
      values.signals[compiled.index] = outcome
      state.signals.append(SignalFinding(signal: compiled.signal, result: Condition(outcome)))
      activation[RuleVocabulary.ReviewVariable.signals.slot] = values.value(of: .signals)
    }
    for condition in book.conditions {
      // Where it cannot be told, the criterion is asked.
      if case .value(.bool(false)) = evaluate(condition.program, activation) {
        let criterion = book.framework.criteria[condition.criterion]
        state.hidden.formUnion(criterion.index..<criterion.end)
      }
    }
    if !state.hidden.isEmpty {
      values.hidden = state.hidden
      activation = values.activation()
      activation.previous = previous
    }
    state.activation = activation
    return state
  }

  private func trends(_ activation: Activation) -> [TrendFinding] {
    book.trends.map { compiled in
      TrendFinding(trend: compiled.trend, result: direction(compiled, activation))
    }
  }

  private func direction(_ compiled: RuleBook.CompiledTrend, _ activation: Activation) -> TrendFinding.Result
  {
    guard let previous = activation.previous else {
      return .notEvaluable(Unavailability(.noEarlierReview, of: "").words)
    }
    var numbers: [Double] = []
    for activation in [previous, activation] {
      switch evaluate(compiled.program, activation) {
      case .value(let value):
        guard let number = value.number else { return .failed("it gives no number") }
        numbers.append(number)
      case .notEvaluable(let reason, _): return .notEvaluable(reason.words)
      case .error(let error): return .failed(error.message)
      }
    }
    let change = numbers[1] - numbers[0]
    let category = compiled.trend.categories.lastIndex { $0.from.map { $0 <= change } ?? true } ?? 0
    return .moved(category: category, by: change)
  }

  private func evaluate(_ program: Program, _ activation: Activation) -> Outcome {
    program.evaluate(activation, costLimit: RuleBook.costLimit)
  }
}

/// Asks one rule.
enum RuleAsking {
  static func ask(_ compiled: RuleBook.CompiledRule, _ activation: Activation) -> RuleOutcome {
    let rule = compiled.rule
    if let when = compiled.when {
      switch when.evaluate(activation, costLimit: RuleBook.costLimit) {
      case .value(.bool(true)): break
      case .value: return RuleOutcome(rule, .notAsked)
      case .notEvaluable(let reason, _): return RuleOutcome(rule, .notEvaluable(reason.words))
      case .error(let error): return RuleOutcome(rule, .failed(error.message))
      }
    }
    switch compiled.assert.evaluate(activation, costLimit: RuleBook.costLimit) {
    case .value(.bool(true)): return RuleOutcome(rule, .held)
    case .value:
      var found: Int?
      if case .value(.int(let number))? = compiled.found?.evaluate(activation, costLimit: RuleBook.costLimit)
      {
        found = Int(number)
      }
      return RuleOutcome(rule, .broken(found: found))
    case .notEvaluable(let reason, _): return RuleOutcome(rule, .notEvaluable(reason.words))
    case .error(let error): return RuleOutcome(rule, .failed(error.message))
    }
  }
}

extension RuleVocabulary.ReviewVariable {
  /// Its place among the environment's variables.
  var slot: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Value {
  fileprivate var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }
}

extension Judgement {
  /// Whether anything but a point was written.
  var hasWriting: Bool {
    !statements.isEmpty || evidence != nil || !actions.isEmpty || challenge != nil
  }
}
