import Expressions
import Testing

@Suite("Errors of an evaluation")
struct EvaluationErrorTests {
  private static let evaluation = Evaluation([
    ("m", .map(.string, .int), (try? ValueMap([(.string("a"), .int(1))])).map { .map($0) } ?? .null),
    ("xs", .list(.int), .list([.int(1), .int(2)])), ("s", .string, .string("text")),
    ("r", .record(RecordType("plan", [.init("lead", .string)])), .null),
  ])

  @Test(
    "have a kind and the characters of the part that failed",
    arguments: [
      ("1 + (2 / 0)", EvaluationError.Kind.divisionByZero, "2 / 0"),
      ("3u % 0u", .divisionByZero, "3u % 0u"),
      ("9223372036854775807 + 1", .overflow, "9223372036854775807 + 1"),
      ("-9223372036854775808 / -1", .overflow, "-9223372036854775808 / -1"),
      ("-9223372036854775808 % -1", .overflow, "-9223372036854775808 % -1"),
      ("[int('x')]", .badArgument, "int('x')"),
      ("int(1e30)", .outOfRange, "int(1e30)"),
      ("m.b", .noSuchKey, "m.b"), ("m['b']", .noSuchKey, "m['b']"),
      ("xs[2]", .indexOutOfBounds, "xs[2]"), ("xs[-1]", .indexOutOfBounds, "xs[-1]"),
      ("xs['a']", .badArgument, "xs['a']"), ("s.b", .noSuchField, "s.b"),
      ("has(s.b)", .noSuchField, "has(s.b)"),
      ("s < 1", .noSuchOverload, "s < 1"), ("s + 1", .noSuchOverload, "s + 1"),
      ("1 + 1u", .noSuchOverload, "1 + 1u"),
      ("-s", .noSuchOverload, "-s"), ("!s", .noSuchOverload, "!s"),
      ("s ? 1 : 2", .noSuchOverload, "s ? 1 : 2"),
      ("1 in 2", .noSuchOverload, "1 in 2"), ("1[0]", .noSuchOverload, "1[0]"),
      ("size(1)", .noSuchOverload, "size(1)"),
      ("s.size(1)", .noSuchOverload, "s.size(1)"), ("s.startsWith(1)", .noSuchOverload, "s.startsWith(1)"),
      ("1.all(x, x)", .noSuchOverload, "1.all(x, x)"), ("{1.5: 1}", .badKey, "{1.5: 1}"),
      ("{[]: 1}", .badKey, "{[]: 1}"),
      ("{1: 1, 1u: 2}", .repeatedKey, "{1: 1, 1u: 2}"), ("q.a.b + 1", .undeclaredName, "q"),
      ("f(1)", .unknownFunction, "f(1)"),
      ("s.matches('(')", .badArgument, "s.matches('(')"),
      ("s.matches(s + '(')", .badArgument, "s.matches(s + '(')"),
      ("timestamp('2026-02-30T00:00:00Z')", .badArgument, "timestamp('2026-02-30T00:00:00Z')"),
      ("timestamp(0).getDate('Nowhere/Town')", .badArgument, "timestamp(0).getDate('Nowhere/Town')"),
      ("duration('1d')", .badArgument, "duration('1d')"),
      ("duration('9999999h')", .outOfRange, "duration('9999999h')"),
      ("string(b'\\xff')", .badArgument, "string(b'\\xff')"), ("_+_", .undeclaredName, "_"),
    ])
  func kinds(text: String, kind: EvaluationError.Kind, part: String) throws {
    if text == "_+_" { return #expect(try Self.evaluation.error("_ + 1")?.kind == kind) }
    let error = try #require(try Self.evaluation.error(text))
    #expect(error.kind == kind)
    #expect(error.part == part)
  }

  @Test("cost is counted and stops an evaluation")
  func cost() throws {
    let endless =
      "[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c, "
      + "[1,2,3,4,5,6,7,8,9,10].map(d, [1,2,3,4,5,6,7,8,9,10].map(e, [1,2,3,4,5,6,7,8,9,10].all(f, true))))))"
    guard case .error(let error) = try Evaluation().outcome(endless, costLimit: 10_000) else {
      Issue.record("not stopped")
      return
    }
    #expect(error.kind == .costExceeded)
    #expect(error.range == 0..<endless.utf8.count)
  }

  @Test(
    "nothing absorbs the stop",
    arguments: [
      "true || xs.all(x, true)", "xs.exists(x, x > 0) || true", "xs.all(x, x > 0) ? 1 : 2",
      "has(m.a) && false",
      "sum(xs.map(x, x))", "size(xs.filter(x, true)) == 2", "s.contains('ex')", "xs == xs", "1 in xs",
    ])
  func stops(text: String) throws {
    let program = try Self.evaluation.program(text)
    let activation = Self.evaluation.activation
    let cost = program.cost(of: activation, costLimit: 1_000)
    #expect(cost > 0 && cost < 1_000)
    guard case .value = program.evaluate(activation, costLimit: cost) else {
      Issue.record("stopped within its cost: \(program.evaluate(activation, costLimit: cost))")
      return
    }
    guard case .error(let error) = program.evaluate(activation, costLimit: cost - 1) else {
      Issue.record("not stopped")
      return
    }
    #expect(error.kind == .costExceeded)
  }

  @Test("doubling a string is stopped long before it fills memory")
  func memory() throws {
    let text = "['x'].map(a, a+a+a+a+a+a+a+a)" + String(repeating: ".map(a, a+a+a+a+a+a+a+a)", count: 40)
    guard case .error(let error) = try Evaluation().outcome(text, costLimit: 100_000) else {
      Issue.record("not stopped")
      return
    }
    #expect(error.kind == .costExceeded)
  }

  @Test(
    "steps that are joined cost what they would apart",
    arguments: ["sum(xs.map(x, x * 2))", "count(xs.map(x, x))"])
  func fusedCost(text: String) throws {
    let program = try Self.evaluation.program(text)
    let activation = Self.evaluation.activation
    #expect(
      program.cost(of: activation, costLimit: 1_000) == program.explain(activation, costLimit: 1_000).cost)
  }
}
