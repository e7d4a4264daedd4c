import Benchmark
import Clock
import Expressions
import Frameworks

/// Four made-up reviews; the same values that `expression_peer.py` gives the Rust `cel`.
private enum Reviews {
  static let answers = 60

  private static let answer = RecordType("answer", [.init("value", .double), .init("weight", .double)])
  private static let team = RecordType("team", [.init("lead", .string), .init("host", .string)])
  static let environment = Environment([
    .init("covered", .list(.string)), .init("average", .double), .init("team", .record(team)),
    .init("answers", .list(.record(answer), atMost: answers)),
  ])

  private static let covered = [
    ["our-impact/outcomes", "curriculum/offer", "teaching/practice"],
    ["curriculum/offer", "our-impact/outcomes", "inclusion/attendance"],
    ["curriculum/offer", "teaching/practice", "our-impact/outcomes"],
    ["curriculum/offer", "teaching/practice", "inclusion/attendance"],
  ]
  private static let averages = [3.75, 2.5, 1.9, 1.1]
  private static let teams = [
    ["Ashfield Primary School", "Brook Lane Academy"], ["Brook Lane Academy", "Brook Lane Academy"],
    ["Cedar Hill School", "Cedar Mill School"], ["Dale End Primary School", "Ashfield Primary School"],
  ]

  static func activations() -> [Activation] {
    averages.indices.map { review in
      var activation = Activation(environment)
      activation[0] = .list(covered[review].map(text))
      activation[1] = .double(averages[review])
      activation[2] = .record(Record(team, teams[review].map(text)))
      activation[3] = .list(
        (0..<answers).map { place in
          let value = Double((place * place + 3 * review) % 7)
          let weight = Double(1 + (place * 5 + review) % 4)
          return .record(Record(answer, [.double(value), .double(weight)]))
        })
      return activation
    }
  }

  /// Kept as text that was read from a file is, which a literal is not.
  private static func text(_ literal: String) -> Value {
    .string(String(decoding: Array(literal.utf8), as: UTF8.self))
  }
}

/// One expression, compiled as a framework's rules are: parsed, checked, and its worst cost within their limit.
private struct Rule {
  let program: Program
  let activations = Reviews.activations()

  init(_ text: String) throws {
    var issues: [ExpressionIssue] = []
    let options = CheckOptions(costLimit: RuleBook.costLimit)
    guard let parsed = ParsedExpression.parse(text, issues: &issues),
      let checked = CheckedExpression.check(
        parsed, in: Reviews.environment, options: options, issues: &issues)
    else { throw Mistakes(issues: issues) }
    program = Program(checked)
  }

  /// Evaluates it 100,000 times, as often for each review.
  ///
  /// - Returns: How many evaluations gave a value.
  func evaluate() -> Int {
    var values = 0
    for activation in activations {
      for _ in 0..<Self.evaluations / activations.count {
        if case .value = program.evaluate(activation, costLimit: RuleBook.costLimit) { values += 1 }
      }
    }
    return values
  }

  /// What it gives for each review, as JSON.
  func answers() throws -> String {
    let answers = try activations.map { activation in
      switch program.evaluate(activation, costLimit: RuleBook.costLimit) {
      case .value(.bool(let value)): "\(value)"
      case .value(.double(let value)): "\(value)"
      case .value(.string(let value)): "\"\(value)\""
      case let outcome: throw Unexpected(outcome: outcome)
      }
    }
    return "[\(answers.joined(separator: ", "))]"
  }

  static let evaluations = 100_000

  private struct Mistakes: Error { let issues: [ExpressionIssue] }
  private struct Unexpected: Error { let outcome: Outcome }
}

private let expressions = [
  ("coverage", #"covered.exists(p, p.startsWith("our-impact/")) && size(covered) >= 2"#),
  (
    "band",
    #"average >= 3.5 ? "embedded" : average >= 2.5 ? "secure" : average >= 1.5 ? "developing" : "emerging""#
  ),
  ("role", "team.lead != team.host"),
  ("mean", "sum(answers.map(a, a.value * a.weight)) / sum(answers.map(a, a.weight))"),
]

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 2, maxDuration: .seconds(5), maxIterations: 40)

  for (name, text) in expressions {
    Benchmark(name) { (benchmark, rule: Rule) in
      let values = benchmark.timed { rule.evaluate() }
      guard values == Rule.evaluations else { return benchmark.error("\(name) does not always give a value") }
    } setup: {
      let rule = try Rule(text)
      print("answers \(name) \(try rule.answers())")
      return rule
    }
  }
}
