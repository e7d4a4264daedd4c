import Expressions
import Testing

@Suite("Our functions")
struct ExtensionTests {
  private static let evaluation = Evaluation([
    ("doubles", .list(.double), .list([])), ("uints", .list(.uint), .list([])),
    ("points", .list(.refined(Refinement(.double, tag: "s", name: "point"))), .list([])),
    ("empty", .dyn, .list([])),
  ])

  @Test(
    "give the figure of a list",
    arguments: [
      ("sum([1, 2, 3])", "6"), ("sum([1u, 2u])", "3u"), ("sum([0.5, 0.25])", "0.75"), ("sum([])", "0"),
      ("sum(doubles)", "0.0"), ("sum(doubles) + 1.0", "1.0"), ("sum(uints)", "0u"), ("sum(points)", "0.0"),
      ("sum(empty)", "0"), ("sum(doubles.map(d, d * 2.0))", "0.0"), ("sum([1, 2].map(x, x > 1, x))", "2"),
      ("mean([1, 2])", "1.5"), ("mean([1u, 2u, 3u])", "2.0"), ("mean([0.5])", "0.5"),
      ("mean([1, 2.0])", "1.5"),
      ("mean([9223372036854775807, 9223372036854775807])", "9.223372036854776e+18"),
      ("median([3, 1, 2])", "2.0"), ("median([4, 1, 2, 3])", "2.5"), ("median([2.5])", "2.5"),
      ("median([1, 2u, 4.0])", "2.0"),
      ("count([])", "0"), ("count(['a', 'b'])", "2"), ("count([1, 2, 3].filter(x, x > 1))", "2"),
      ("count([1, 2].map(x, x))", "2"), ("mean([1, 2, 3].map(x, x * x))", "4.666666666666667"),
      ("sum({'a': 1, 'b': 2}.map(k, k.size()))", "2"),
    ])
  func figures(text: String, result: String) throws {
    #expect(try Self.evaluation.shown(text) == result)
  }

  @Test(
    "fail where there is none",
    arguments: [
      ("mean([])", EvaluationError.Kind.badArgument), ("median([])", .badArgument),
      ("mean([].map(x, x))", .badArgument),
      ("sum([9223372036854775807, 1])", .overflow), ("sum([18446744073709551615u, 1u])", .overflow),
      ("sum([1, 2.0])", .noSuchOverload), ("sum(['a'])", .noSuchOverload), ("mean([true])", .noSuchOverload),
      ("median(['a'])", .noSuchOverload), ("sum(1)", .noSuchOverload), ("count('abc')", .noSuchOverload),
      ("sum({1: 2})", .noSuchOverload), ("[1].sum()", .noSuchOverload),
      ("sum([1].map(x, 'a'))", .noSuchOverload),
    ])
  func errors(text: String, kind: EvaluationError.Kind) throws {
    #expect(try Self.evaluation.error(text)?.kind == kind)
  }

  @Test("an element that is not there makes the figure not evaluable")
  func missing() throws {
    let gap = Value.unavailable(Unavailability(.notApplicable, of: "x"))
    let evaluation = Evaluation([("xs", .list(.int), .list([.int(1), gap, .int(3)]))])
    for text in ["sum(xs)", "mean(xs)", "median(xs)", "sum(xs.map(x, x))", "xs[1]", "xs.filter(x, true)"] {
      #expect(try evaluation.missing(text)?.reason.subject == "x", "\(text)")
    }
    #expect(try evaluation.value("count(xs)") == .int(3))
    #expect(try evaluation.value("3 in xs") == .bool(true))
    #expect(try evaluation.missing("4 in xs") != nil)
    #expect(try evaluation.missing("xs == [1, 2, 3]") != nil)
    #expect(try evaluation.value("xs == [1, 2, 4]") == .bool(false))
  }

  @Test("every function has its summary and at least one overload, and its name once")
  func table() {
    let names = StandardFunctions.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(StandardFunctions.all.allSatisfy { $0.summary.hasSuffix(".") && !$0.overloads.isEmpty })
    #expect(
      StandardFunctions.all.filter(\.isExtension).map(\.name).sorted() == ["count", "mean", "median", "sum"])
    let operators = BinaryOperator.allCases.map(\.rawValue) + UnaryOperator.allCases.map(\.rawValue)
    #expect(operators.allSatisfy { StandardFunctions.declaration(of: $0)?.isOperator == true })
    #expect(StandardFunctions.all.filter(\.isOperator).count == operators.count + 4)
  }
}
