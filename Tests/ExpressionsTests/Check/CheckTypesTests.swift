import Expressions
import Testing

/// The types, references and overloads that a check finds.
@Suite struct CheckTypesTests {
  @Test(arguments: [
    ("1 + 2", "int"), ("[]", "list(dyn)"), ("[1, 2]", "list(int)"), ("[1, 'x']", "list(dyn)"),
    ("{}", "map(dyn, dyn)"), ("{'a': 1}", "map(string, int)"), ("[] + [1]", "list(int)"),
    ("isAgreed ? [] : [1]", "list(int)"), ("[[], [1]]", "list(list(int))"),
    ("[null, review]", "list(review)"),
    ("team.map(m, m.name)", "list(string)"), ("team.filter(m, m.name != '')", "list(member)"),
    ("counts.map(k, counts[k])", "list(int)"), ("j.map(p, p)", "list(string)"), ("anything.x[0]", "dyn"),
    ("anything + 1", "int"), ("anything + anything", "dyn"), ("review.date - review.date", "duration"),
    ("review.date + review.length", "timestamp"), ("type(1)", "type(int)"), ("int", "type(int)"),
    ("dyn(1)", "dyn"), ("sum(numbers)", "int"), ("mean(points)", "double"), ("sum(points)", "int"),
    ("count(team)", "int"), ("points[0]", "value of the scale impact"), ("points[0] + 1", "int"),
    ("previous(words)", "string"), ("has(review.lead)", "bool"), ("words in ['x']", "bool"),
    ("1 < 2.5", "bool"), ("numbers.exists_one(n, n == 2)", "bool"), ("dyn(numbers).all(n, n > 1)", "bool"),
    ("numbers.map(n, n > 1, string(n))", "list(string)"), ("string(raw) + words", "string"),
    ("review.date.getMonth('Europe/London')", "int"), ("timestamp('2026-01-01T00:00:00Z')", "timestamp"),
    ("isAgreed ? points[0] : 7", "int"), ("j[words].text", "string"),
    ("[1].exists(team, team == 1)", "bool"),
  ]) func types(text: String, type: String) throws {
    let (checked, issues) = try CheckWorld.check(text)
    #expect(checked.map { "\($0.type)" } == type, "\(issues)")
  }

  @Test func `limits of lists are kept`() throws {
    func most(_ text: String) throws -> Int? {
      guard case .list(_, let most)? = try CheckWorld.check(text).checked?.type else { return nil }
      return most
    }
    #expect(try most("[1, 2, 3]") == 3)
    #expect(try most("team.map(m, m.name)") == 4)
    #expect(try most("team + team") == 8)
    #expect(try most("j.filter(p, true)") == 3)
    #expect(try most("numbers") == nil)
    #expect(try most("isAgreed ? team : team + team") == 8)
  }

  @Test func `references and overloads`() throws {
    let checked = try #require(try CheckWorld.check("team.all(m, m.name.size() > whole)").checked)
    var names: [String: CheckedExpression.Reference] = [:]
    for (node, reference) in checked.references {
      names[Evaluation.part(of: checked.expression.text, checked.expression[node].range)] = reference
    }
    #expect(
      names == [
        "team": .variable(slot: 2), "m": .local("m"), "whole": .variable(slot: 5),
      ])
    #expect(checked.overloads.values.contains { $0.parameters == [.string] && $0.isReceiver })
    #expect(checked.types.count == checked.expression.nodes.count)
    let type = try #require(try CheckWorld.check("type(whole) == int").checked)
    #expect(type.references.values.contains(.type(TypeName("int"))))
  }
}
