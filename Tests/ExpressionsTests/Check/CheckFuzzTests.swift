import Expressions
import TestSupport
import Testing

/// Random expressions: no crash, every mistake within the text, and what is found right is right when it is
/// evaluated.
@Suite struct CheckFuzzTests {
  private struct Maker {
    var random: SeededGenerator

    mutating func expression(_ depth: Int = 3) -> String {
      let leaves = [
        "1", "2u", "2.5", "'x'", "true", "null", "whole", "natural", "fraction", "words", "isAgreed",
        "numbers",
        "points", "team", "counts", "review.date", "review.lead", "review.length", "j['our-impact'].value",
        "j['our-impact'].point", "[]", "{}", "raw", "'secure'", "[1, 2]", "int", "j['vision'].value",
        "team.map(m, m.name)", "our-impact", "nothing",
      ]
      guard depth > 0, Int.random(in: 0..<5, using: &random) > 0 else { return pick(leaves) }
      switch Int.random(in: 0..<9, using: &random) {
      case 0...2:
        let op = pick(["==", "!=", "<", "<=", ">", "+", "-", "*", "/", "%", " in "])
        return "(\(expression(depth - 1)) \(op) \(expression(depth - 1)))"
      case 3: return "(\(expression(depth - 1)) \(pick(["&&", "||"])) \(expression(depth - 1)))"
      case 4: return "(\(expression(depth - 1)) ? \(expression(depth - 1)) : \(expression(depth - 1)))"
      case 5:
        return pick(["size", "sum", "mean", "string", "int", "double", "type", "count", "dyn"])
          + "(\(expression(depth - 1)))"
      case 6:
        return
          "\(expression(depth - 1)).\(pick(["all", "exists", "exists_one", "map", "filter"]))(e, \(expression(depth - 1)))"
      case 7: return "[\(expression(depth - 1)), \(expression(depth - 1))]"
      default: return pick(["!", "-"]) + "(\(expression(depth - 1)))" + pick(["", "[0]", ".x"])
      }
    }

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
  }

  @Test func `what is found right is right`() throws {
    var maker = Maker(random: SeededGenerator(seed: 31))
    let activation = try CheckSamples.activation()
    var accepted = 0
    for _ in 0..<3_000 {
      let text = maker.expression()
      var issues: [ExpressionIssue] = []
      guard let parsed = ParsedExpression.parse(text, issues: &issues) else { continue }
      let checked = CheckedExpression.check(parsed, in: CheckWorld.environment, issues: &issues)
      for issue in issues {
        #expect(issue.range.lowerBound >= 0 && issue.range.upperBound <= text.utf8.count, "\(text)")
        #expect(!issue.message.isEmpty)
      }
      guard let checked else {
        #expect(!issues.isEmpty, "\(text)")
        continue
      }
      accepted += 1
      let program = Program(parsed, in: CheckWorld.environment)
      #expect(
        program.cost(of: activation, costLimit: 10_000_000) <= checked.cost.most,
        "\(text): \(checked.cost.most)")
      // Values of any type may still turn out to be the wrong ones.
      let isKnown = !checked.types.contains { "\($0)".contains("dyn") }
      guard isKnown, case .error(let error) = program.evaluate(activation, costLimit: 10_000_000) else {
        continue
      }
      let wrong: Set<EvaluationError.Kind> = [
        .noSuchOverload, .undeclaredName, .unknownFunction, .noSuchField,
      ]
      #expect(!wrong.contains(error.kind), "\(text): \(error.message)")
    }
    #expect(accepted > 200, "\(accepted)")
  }

  @Test func `long and deep expressions`() throws {
    let texts = [
      Array(repeating: "whole", count: 200).joined(separator: " - "),
      Array(repeating: "1", count: 5_000).joined(separator: ", "),
      Array(repeating: "[]", count: 5_000).joined(separator: ", "),
      Array(repeating: "1 == whole", count: 4_000).joined(separator: ", "),
      (0..<2_000).map { "(\($0) / 3)" }.joined(separator: ", "),
    ]
    for text in texts.map({ "[\($0)]" }) {
      var issues: [ExpressionIssue] = []
      let parsed = try #require(ParsedExpression.parse(text, issues: &issues))
      #expect(
        CheckedExpression.check(parsed, in: CheckWorld.environment, issues: &issues) != nil, "\(issues)")
    }
  }
}
