import Diagnostics
import Documents
import Expressions

/// Everything in a framework that is asked of documents, compiled: its rules, the conditions of its criteria, its
/// trends, signals and triggers. Made once a framework, used for any number of documents.
public struct RuleBook: Sendable {
  public let framework: ResolvedFramework
  public let vocabulary: RuleVocabulary
  public let rules: [CompiledRule]
  /// Criteria that are asked only where an expression holds.
  public let conditions: [Condition]
  public let trends: [CompiledTrend]
  /// In an order in which each finds those that it builds on.
  public let signals: [CompiledSignal]
  public let triggers: [CompiledTrigger]
  /// What must hold before a subject leaves a watch list, by the list's id.
  public let closings: [String: Program]

  /// What one evaluation may cost, and what an expression may cost at the worst (``EvaluationCost``).
  public static let costLimit = 2_000_000

  /// A rule and its programs.
  public struct CompiledRule: Sendable {
    public let rule: StatedRule
    public let when: Program?
    public let assert: Program
    public let found: Program?
  }

  /// A criterion's `when`.
  public struct Condition: Sendable {
    /// The criterion's position in the resolved framework; those below it are meant as well.
    public let criterion: Int
    public let program: Program
  }

  public struct CompiledTrend: Sendable {
    public let trend: Trend
    /// Its position among the framework's trends.
    public let index: Int
    public let program: Program
  }

  public struct CompiledSignal: Sendable {
    public let signal: Signal
    /// Its position among the framework's signals.
    public let index: Int
    public let program: Program
  }

  public struct CompiledTrigger: Sendable {
    public let trigger: Trigger
    public let program: Program
  }

  /// Compiles a framework that was checked. What does not compile is left out.
  public init(_ resolved: ResolvedFramework) {
    var bag = DiagnosticBag()
    self.init(resolved, text: { _ in nil }, into: &bag)
  }

  /// Whether a framework declares anything that has to be compiled.
  public static func isEmpty(_ framework: ResolvedFramework) -> Bool {
    let own = framework.framework
    return own.rules.isEmpty && own.coverage == Coverage() && own.team == Team()
      && own.evidenceRequired.isEmpty
      && own.agreements.isEmpty && own.trends.isEmpty && own.signals.isEmpty && own.triggers.isEmpty
      && own.watch.allSatisfy { $0.closesWhen == nil }
      && framework.criteria.allSatisfy { $0.criterion.when == nil }
  }

  /// Compiles, and reports every mistake in an expression at its characters.
  ///
  /// - Parameter text: the files that the framework was read from; without one, mistakes are shown at the whole value.
  init(
    _ resolved: ResolvedFramework, text: @escaping (FileID) -> SourceFile?, into bag: inout DiagnosticBag
  ) {
    framework = resolved
    let vocabulary = RuleVocabulary(resolved)
    self.vocabulary = vocabulary
    var compiler = ExpressionCompiler(text: text)
    let own = resolved.framework
    rules = StatedRules.of(resolved).compactMap { rule in
      guard let environment = vocabulary.environment(of: rule.target) else { return nil }
      var when: Program?
      if let text = rule.when {
        when = compiler.compile(text, in: environment, as: .bool)
        if when == nil { return nil }
      }
      guard let assert = compiler.compile(rule.assert, in: environment, as: .bool) else { return nil }
      let found = rule.found.flatMap { compiler.compile(Located($0), in: environment, as: .wholeNumber) }
      return CompiledRule(rule: rule, when: when, assert: assert, found: found)
    }
    conditions = resolved.criteria.compactMap { criterion in
      guard let when = criterion.criterion.when else { return nil }
      return compiler.compile(when, in: vocabulary.review, as: .bool)
        .map { Condition(criterion: criterion.index, program: $0) }
    }
    trends = own.trends.enumerated().compactMap { index, trend in
      compiler.compile(trend.of, in: vocabulary.review, as: .number)
        .map { CompiledTrend(trend: trend, index: index, program: $0) }
    }
    let compiled = own.signals.enumerated().compactMap { index, signal in
      compiler.compile(signal.when, in: vocabulary.review, as: .bool)
        .map { CompiledSignal(signal: signal, index: index, program: $0) }
    }
    let order = SignalOrder(
      compiled.map(\.program), names: compiled.map { RuleNames.name($0.signal.id.value) })
    for index in order.circular { compiler.reportCircle(compiled[index].signal) }
    signals = order.order.map { compiled[$0] }
    for trend in trends
    where SignalOrder.mentions(trend.program.expression, "signals")
      || SignalOrder.mentions(trend.program.expression, "trends")
    {
      compiler.reportTrend(trend.trend)
    }
    triggers = own.triggers.compactMap { trigger in
      compiler.compile(trigger.when, in: vocabulary.review, as: .bool)
        .map { CompiledTrigger(trigger: trigger, program: $0) }
    }
    closings = Dictionary(
      own.watch.compactMap { list in
        list.closesWhen.flatMap { compiler.compile($0, in: vocabulary.review, as: .bool) }
          .map { (list.id.value, $0) }
      }, uniquingKeysWith: { first, _ in first })
    bag.append(compiler.bag)
  }
}

extension RuleVocabulary {
  /// The variables of a document that rules are held against.
  func environment(of target: StatedRule.Target) -> Environment? {
    switch target {
    case .review: review
    case .form(let id): forms[id]
    case .schedule, .scheduledReview: schedule
    }
  }
}
