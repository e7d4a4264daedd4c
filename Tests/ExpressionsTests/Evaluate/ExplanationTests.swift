import Expressions
import Testing

@Suite("Explaining an evaluation")
struct ExplanationTests {
  @Test("shows the value of each part that was evaluated")
  func parts() throws {
    let evaluation = Evaluation([("xs", .list(.int), .list([.int(1), .int(2), .int(3)]))])
    let text = "xs.exists(x, x > 1) ? size(xs) * 2 : 1 / 0"
    let explanation = try evaluation.program(text).explain(evaluation.activation, costLimit: 1_000)
    #expect(explanation.outcome == .value(.int(6)))
    let shown = explanation.parts.map { part in
      let values = part.outcomes.map { if case .value(let value) = $0 { ValueText.text(value) } else { "?" } }
      return Evaluation.part(of: text, part.range) + " = " + values.joined(separator: ", ")
    }
    #expect(
      shown == [
        "xs = [1, 2, 3]", "x = 1, 2", "1 = 1, 1", "x > 1 = false, true", "xs.exists(x, x > 1) = true",
        "xs = [1, 2, 3]", "size(xs) = 3", "2 = 2", "size(xs) * 2 = 6", text + " = 6",
      ])
  }

  @Test("shows errors and what is not evaluable")
  func failures() throws {
    let evaluation = Evaluation([("n", .int, .unavailable(Unavailability(.notApplicable, of: "n")))])
    let explanation = try evaluation.program("1 / 0 == n || true").explain(
      evaluation.activation, costLimit: 100)
    #expect(explanation.outcome == .value(.bool(true)))
    let kinds = explanation.parts.map { part in
      switch part.outcomes.first {
      case .value: "value"
      case .error: "error"
      case .notEvaluable: "not evaluable"
      case nil: "nothing"
      }
    }
    #expect(kinds == ["value", "value", "error", "not evaluable", "error", "value", "value"])
  }

  @Test("keeps the first values of what is evaluated often")
  func often() throws {
    let list = "[" + (1...50).map(String.init).joined(separator: ", ") + "]"
    let explanation = try Evaluation().program("\(list).all(x, x > 0)").explain(
      Evaluation().activation, costLimit: 1_000)
    let body = try #require(explanation.parts.dropLast().last)
    #expect(body.count == 50)
    #expect(body.outcomes.count == Explanation.mostOutcomes)
  }
}
