import Expressions
import Testing

/// Evaluating text in one step, for tests.
struct Evaluation {
  var environment = Environment([])
  var activation = Activation(Environment([]))

  init() {}

  /// Variables with their types and values.
  init(_ variables: [(name: String, type: ValueType, value: Value)], container: String = "") {
    environment = Environment(
      variables.map { Environment.Variable($0.name, $0.type) }, container: container)
    activation = Activation(environment)
    for (slot, variable) in variables.enumerated() { activation[slot] = variable.value }
  }

  /// The outcome of `text`, which must parse.
  func outcome(_ text: String, costLimit: Int = 1_000_000) throws -> Outcome {
    try program(text).evaluate(activation, costLimit: costLimit)
  }

  func program(_ text: String) throws -> Program {
    var issues: [ExpressionIssue] = []
    let parsed = ParsedExpression.parse(text, issues: &issues)
    return Program(try #require(parsed, "\(text.prefix(200)): \(issues.map(\.message))"), in: environment)
  }

  /// The value of `text`; nil if it has none.
  func value(_ text: String) throws -> Value? {
    if case .value(let value) = try outcome(text) { return value }
    return nil
  }

  /// The outcome of `text` in words: its value as it is written, or what went wrong.
  func shown(_ text: String) throws -> String {
    switch try outcome(text) {
    case .value(let value): ValueText.text(value)
    case .error(let error): "\(error)"
    case .notEvaluable(let reason, _): "\(reason)"
    }
  }

  /// The kind of error that `text` ends with, and the characters that it is about.
  func error(_ text: String) throws -> (kind: EvaluationError.Kind, part: String)? {
    guard case .error(let error) = try outcome(text) else { return nil }
    return (error.kind, Self.part(of: text, error.range))
  }

  /// Why `text` is not evaluable, and the characters that need what is not there.
  func missing(_ text: String) throws -> (reason: Unavailability, part: String)? {
    guard case .notEvaluable(let reason, let range) = try outcome(text) else { return nil }
    return (reason, Self.part(of: text, range))
  }

  static func part(of text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
