import Expressions
import Testing

@Suite("The parser")
struct ParserTests {
  @Test(
    "says what is wrong at the very place",
    arguments: [
      ("1 +⟦⟧", ExpressionIssue.Kind.syntax),
      ("a ⟦b⟧", .syntax),
      ("a ⟦and⟧ b", .syntax),
      ("a ⟦=⟧ b", .syntax),
      ("⟦“⟧a”", .syntax),
      ("(1⟦⟧", .syntax),
      ("[1, 2⟦)⟧", .syntax),
      ("{1⟦}⟧", .syntax),
      ("a⟦.1⟧", .syntax),
      ("a.⟦in⟧", .syntax),
      ("a ? b⟦⟧", .syntax),
      ("!⟦-⟧1", .syntax),
      ("⟦⟧", .syntax),
      ("a[⟦?⟧", .syntax),
      ("'abc⟧", .unclosedText),
      ("x == ⟦'abc⟧", .unclosedText),
      ("⟦'''abc'⟧", .unclosedText),
      ("a.⟦`b⟧", .unclosedText),
      ("'a ⟦\\s⟧ b'", .badEscape),
      ("'⟦\\uD83D⟧'", .badEscape),
      ("'⟦\\u12⟧ '", .badEscape),
      ("b'⟦\\u⟧0041'", .badEscape),
      ("'⟦\\U00110000⟧'", .badEscape),
      ("⟦9223372036854775808⟧", .badNumber),
      ("⟦18446744073709551616u⟧", .badNumber),
      ("⟦1e999⟧", .badNumber),
      ("⟦12abc⟧", .badNumber),
      ("⟦0x⟧", .badNumber),
      ("⟦for⟧ + 1", .reservedWord),
      ("⟦while⟧(1)", .reservedWord),
      ("[1].all(⟦let⟧, true)", .reservedWord),
      ("⟦has(a)⟧", .badMacro),
      ("⟦has(a[1])⟧", .badMacro),
      ("[1].map(⟦1⟧, 2)", .badMacro),
      ("[1].⟦all⟧(x, true, false)", .badMacro),
      ("[1].exists(⟦x⟧)", .badMacro),
      ("A⟦{⟧b: 1}", .message),
      ("previous(⟦previous⟧(1))", .badPrevious),
      ("⟦previous⟧(1, 2)", .badPrevious),
      ("⟦previous⟧()", .badPrevious),
    ])
  func mistakes(marked: String, kind: ExpressionIssue.Kind) throws {
    let expression = MarkedExpression(marked.contains("⟦") ? marked : "⟦" + marked)
    let issue = try #require(try expression.issues().first)
    #expect(issue.kind == kind, "\(issue)")
    #expect(issue.range == expression.range, "\(issue)")
  }

  @Test("reports several mistakes at once")
  func several() throws {
    let issues = try MarkedExpression("'\\q' + for + 12ab").issues()
    #expect(issues.map(\.kind) == [.badEscape, .reservedWord, .badNumber])
  }

  @Test("hints at how other languages' words are written")
  func hints() throws {
    #expect(try MarkedExpression("a and b").issues().first?.help == "“and” is written &&")
    #expect(try MarkedExpression("a ≥ b").issues().first?.help == "write >=")
  }

  @Test("gives nodes their characters")
  func ranges() throws {
    var issues: [ExpressionIssue] = []
    let text = "(a + 'é').size() > x[0]"
    let parsed = try #require(ParsedExpression.parse(text, issues: &issues))
    let parts = parsed.nodes.map { Evaluation.part(of: text, $0.range) }
    #expect(parts == ["a", "'é'", "a + 'é'", "(a + 'é').size()", "x", "0", "x[0]", text])
    #expect(
      parsed.nodes.map { Evaluation.part(of: text, $0.focus) } == [
        "a", "'é'", "+", "size", "x", "0", "[0]", ">",
      ])
  }

  @Test("stores every node after those it holds, and none twice")
  func order() throws {
    var issues: [ExpressionIssue] = []
    let text = "has(a.b) && [1, {2: c}].map(x, x > 1, -x).all(y, !(y in z)) ? previous(d.e()) : f(1)[g]"
    let parsed = try #require(ParsedExpression.parse(text, issues: &issues))
    var holders = Array(repeating: 0, count: parsed.nodes.count)
    for (id, node) in parsed.nodes.enumerated() {
      for child in node.kind.children {
        #expect(child < id)
        holders[child] += 1
      }
    }
    #expect(holders.dropLast().allSatisfy { $0 == 1 })
    #expect(holders.last == 0)
  }

  @Test("lets comments and space stand anywhere")
  func comments() throws {
    #expect(try Evaluation().value("1 // one\n + // and\r\n\t2") == .int(3))
  }

  @Test(
    "binds operators as the grammar does",
    arguments: [
      ("1 + 2 * 3 - 4", "3"), ("10 - 4 - 3", "3"), ("2 * 3 % 4", "2"),
      ("1 + 1 == 2 && true || false", "true"),
      ("true || false && false", "true"), ("false ? 1 : true ? 2 : 3", "2"), ("-2 * -3", "6"),
      ("!true || true", "true"),
      ("1 < 2 == true", "true"), ("2 in [1, 2] == true", "true"), ("--3", "3"), ("-(-3)", "3"),
      (".5 + 1.", ""),
    ])
  func precedence(text: String, result: String) throws {
    if result.isEmpty { return _ = try MarkedExpression(text).issues() }
    #expect(try Evaluation().shown(text) == result)
  }
}
