import Expressions
import Testing

@Suite("What logical operators do without")
struct AbsorptionTests {
  /// `e` is an error, `n` is not evaluable.
  private static let evaluation = Evaluation([
    ("e", .dyn, .null), ("n", .bool, .unavailable(Unavailability(.notReviewed, of: "vision"))),
    ("xs", .list(.int), .list([.int(0), .int(1), .int(2)])),
  ])

  enum Result: Sendable { case yes, no, error, notEvaluable }

  @Test(
    "a deciding value wins; else an error, else what is not evaluable",
    arguments: [
      ("n && false", Result.no), ("false && n", .no), ("n && true", .notEvaluable),
      ("true && n", .notEvaluable),
      ("n || true", .yes), ("true || n", .yes), ("n || false", .notEvaluable), ("n && n", .notEvaluable),
      ("!e && false", .no), ("!e && true", .error), ("!e || true", .yes), ("!e || false", .error),
      ("n && !e", .error), ("!e && n", .error), ("n || !e", .error), ("!e || n", .error),
      ("!e && n && false", .no),
      ("n ? true : true", .notEvaluable), ("!e ? true : false", .error), ("true ? true : n", .yes),
      ("false ? n : true", .yes), ("true ? n : true", .notEvaluable), ("!n", .notEvaluable),
      ("n == true", .notEvaluable), ("n == !e", .error), ("[n, !e] == []", .error),
      ("[n] == []", .notEvaluable),
      ("xs.all(x, x > 0 && n)", .no), ("xs.all(x, n)", .notEvaluable), ("xs.all(x, n && 1 / 0 == x)", .error),
      ("xs.all(x, 2 / x > 5 || x > 0)", .error), ("xs.all(x, 2 / x > 1)", .no),
      ("xs.exists(x, 2 / x == 1)", .yes), ("xs.exists(x, 2 / x > 9)", .error),
      ("xs.exists(x, n || x == 2)", .yes),
      ("xs.exists(x, x == 9 || n)", .notEvaluable), ("xs.exists_one(x, x == 2 || n)", .notEvaluable),
      ("xs.exists_one(x, n && 2 / (x - 2) == x)", .error), ("xs.map(x, n).size() == 3", .notEvaluable),
      ("xs.filter(x, n).size() == 3", .notEvaluable), ("xs.map(x, x == 2 ? !e : n).size() == 3", .error),
      ("xs.exists(x, x)", .error), ("xs.all(x, x == 1 ? false : 1)", .no), ("1 && false", .no),
      ("1 && true", .error),
      ("sum(xs.map(x, x > 0 ? x : 1 / x)) == 3", .error),
      ("sum(xs.map(x, n ? 1 : 2)) == 3", .notEvaluable),
      ("sum(xs.map(x, x == 0 ? (n ? 1 : 2) : 1 / (x - 1))) == 3", .error),
    ])
  func absorbs(text: String, result: Result) throws {
    switch try Self.evaluation.outcome(text) {
    case .value(let value):
      #expect(value == .bool(result == .yes) && (result == .yes || result == .no), "\(value)")
    case .error(let error): #expect(result == .error, "\(error)")
    case .notEvaluable(let reason, let range):
      #expect(result == .notEvaluable)
      #expect(reason == Unavailability(.notReviewed, of: "vision"))
      #expect(Evaluation.part(of: text, range) == "n")
    }
  }
}
