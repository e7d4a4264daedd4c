import Expressions
import Testing

@Suite("The common language's conformance cases")
struct ConformanceTests {
  /// All 1,092. An expected error counts only if it is the evaluation's; that of a name or function which does not
  /// exist counts only in the cases that are about one. All are checked first but those that say not to be.
  @Test("all pass", .enabled(if: ConformanceCase.folder != nil, "WAYMARK_VECTORS names no folder of vectors"))
  func core() throws {
    let cases = try ConformanceCase.all()
    var failures: [String] = []
    for vector in cases {
      if let problem = Self.problem(of: vector) {
        failures.append("\(vector.name): \(vector.text.prefix(120)): \(problem)")
      }
    }
    print("CEL core conformance: \(cases.count - failures.count) of 1092")
    #expect(cases.count == 1092)
    #expect(failures.isEmpty, "\(failures.prefix(60).joined(separator: "\n"))")
  }

  /// Why the case does not pass.
  private static func problem(of vector: ConformanceCase) -> String? {
    var issues: [ExpressionIssue] = []
    guard let parsed = ParsedExpression.parse(vector.text, issues: &issues) else {
      return "not parsed: \(issues.map(\.message))"
    }
    let environment = Environment(vector.variables, container: vector.container)
    var activation = Activation(environment)
    for (name, value) in vector.bindings {
      guard let slot = environment.slot(of: name) else { return "no slot for \(name)" }
      activation[slot] = value
    }
    if vector.isChecked {
      // Constants are left to the evaluation, whose errors are what these cases are about.
      let options = CheckOptions(constants: false)
      guard CheckedExpression.check(parsed, in: environment, options: options, issues: &issues) != nil else {
        return "not well typed: \(issues.map(\.message))"
      }
    }
    let program = Program(parsed, in: environment)
    let outcome = program.evaluate(activation, costLimit: 100_000)
    guard program.explain(activation, costLimit: 100_000).outcome == outcome else {
      return "explaining gives another outcome"
    }
    switch (vector.expectation, outcome) {
    case (.value(let wanted), .value(let value)):
      return value == wanted ? nil : "is \(ValueText.text(value)), not \(ValueText.text(wanted))"
    case (.error(let wanted), .error(let error)):
      let isOfNames = [.undeclaredName, .unknownFunction].contains(error.kind)
      let isAboutNames = ["undeclared", "unbound function", "unknown variable"].contains {
        wanted.contains($0)
      }
      return isOfNames == isAboutNames ? nil : "fails for a name: \(error.message)"
    default: return "comes out as \(outcome)"
    }
  }
}
