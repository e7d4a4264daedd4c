import Expressions
import Testing

@Suite("Limits of an expression")
struct ParseLimitsTests {
  /// Text of any length, so that the other limits are what is met.
  static let roomy = ParseLimits(bytes: 10_000_000, nesting: 250, nodes: 20_000)

  static func nested(_ opening: String, _ middle: String, _ closing: String, _ count: Int) -> String {
    String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
  }

  /// Each construct, so many times.
  static let constructs: [(name: String, text: @Sendable (Int) -> String)] = [
    ("brackets", { nested("(", "1", ")", $0) }),
    ("lists", { nested("[", "1", "]", $0) }),
    ("maps", { nested("{1: ", "1", "}", $0) }),
    ("not", { nested("!", "true", "", $0) }),
    ("minus", { nested("-", "x", "", $0) }),
    ("fields", { nested("", "a", ".b", $0) }),
    ("indexes", { nested("", "a", "[0]", $0) }),
    ("nested indexes", { nested("a[", "0", "]", $0) }),
    ("calls", { nested("f(", "1", ")", $0) }),
    ("receiver calls", { nested("", "a", ".f()", $0) }),
    ("conditions to the right", { nested("true ? 1 : ", "2", "", $0) }),
    ("conditions in the middle", { nested("(true ? ", "1", " : 2)", $0) }),
    ("macros", { nested("[1].all(x, ", "true", ")", $0) }),
    ("chained macros", { nested("", "[1]", ".map(x, x)", $0) }),
    ("sums", { nested("1 + ", "1", "", $0) }),
    ("sums to the right", { nested("1 + (", "1", ")", $0) }),
    ("products", { nested("1 * ", "1", "", $0) }),
    ("relations", { nested("1 == ", "1", "", $0) }),
    ("and", { nested("true && ", "true", "", $0) }),
    ("or", { nested("false || ", "true", "", $0) }),
    ("elements", { "[" + nested("1, ", "1", "", $0) + "]" }),
    ("arguments", { "f(" + nested("1, ", "1", "", $0) + ")" }),
    ("has", { nested("has(", "a", ".b)", $0) }),
    ("openings", { nested("([{", "", "", $0) }),
    ("closings", { nested("", "", ")]}", $0) }),
    ("quotes", { nested("'", "", "", $0) }),
    ("full stops", { nested(".", "a", "", $0) }),
  ]

  @Test("100,000 of anything is an issue, not a crash", arguments: constructs.indices)
  func huge(construct: Int) {
    var issues: [ExpressionIssue] = []
    let text = Self.constructs[construct].text(100_000)
    let parsed = ParsedExpression.parse(text, limits: Self.roomy, issues: &issues)
    let name = Self.constructs[construct].name
    #expect(parsed == nil, "\(name)")
    #expect(issues.count == 1, "\(name)")
    if text.utf8.count > ParseLimits.standard.bytes {
      issues = []
      #expect(ParsedExpression.parse(text, issues: &issues) == nil)
      #expect(issues.map(\.kind) == [.overLimit])
    }
  }

  @Test(
    "32 of everything is parsed and evaluated",
    arguments: [
      "brackets", "lists", "maps", "not", "conditions to the right", "conditions in the middle", "macros",
      "chained macros", "sums", "sums to the right", "products", "relations", "and", "or", "elements",
    ])
  func small(name: String) throws {
    let construct = try #require(Self.constructs.first { $0.name == name })
    #expect(try Evaluation().value(construct.text(32)) != nil)
  }

  @Test("what nests as deep as it may is evaluated")
  func deepest() throws {
    for name in ["lists", "not", "conditions in the middle", "macros", "chained macros", "sums"] {
      let construct = try #require(Self.constructs.first { $0.name == name })
      let depth = name == "conditions in the middle" ? 240 : 245
      #expect(try Evaluation().value(construct.text(depth)) != nil, "\(name)")
      #expect(
        try Evaluation().program(construct.text(depth)).explain(Evaluation().activation, costLimit: 100_000)
          .cost > 200)
    }
  }

  @Test("a chain of && is no nesting")
  func flat() throws {
    #expect(try Evaluation().value(ParseLimitsTests.nested("true && ", "true", "", 5_000)) == .bool(true))
  }

  @Test("the limits can be seen in the message")
  func messages() {
    var issues: [ExpressionIssue] = []
    _ = ParsedExpression.parse(Self.nested("(", "1", ")", 300), issues: &issues)
    _ = ParsedExpression.parse("[" + Self.nested("1,", "1", "", 25_000) + "]", issues: &issues)
    _ = ParsedExpression.parse(Self.nested(" ", "1", "", 70_000), issues: &issues)
    #expect(issues.map(\.kind) == [.overLimit, .overLimit, .overLimit])
    #expect(zip(issues, ["250", "20000", "65536"]).allSatisfy { $0.message.contains($1) }, "\(issues)")
  }
}
