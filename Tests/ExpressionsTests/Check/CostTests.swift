import Expressions
import Testing

/// What an expression may cost, by the sizes that its types name.
@Suite struct CostTests {
  private func most(_ text: String, bounds: SizeBounds = SizeBounds()) throws -> Int {
    try #require(try CheckWorld.check(text, options: CheckOptions(bounds: bounds)).checked).cost.most
  }

  @Test func `each part counts, and macros multiply`() throws {
    #expect(try most("1 + 2") == 3)
    #expect(try most("whole > 1 && isAgreed") == 5)
    // Four members: 1 for the macro, 1 for the list, 3 a member.
    #expect(try most("team.all(m, m == m)") >= 1 + 1 + 4 * 3)
    #expect(try most("team.all(m, isAgreed)") == 1 + 1 + 4)
    #expect(try most("team.all(m, team.all(n, isAgreed))") == 1 + 1 + 4 * 6)
    #expect(try most("j.all(p, isAgreed)") == 1 + 1 + 3)
    #expect(try most("numbers.all(n, isAgreed)", bounds: SizeBounds(listElements: 10)) == 12)
    #expect(try most("isAgreed ? team.all(m, isAgreed) : isAgreed") == 1 + 1 + 6)
  }

  @Test func `sizes grow with what is put together`() throws {
    let bounds = SizeBounds(listElements: 10, textBytes: 160)
    #expect(try most("words == words", bounds: bounds) == 3 + 20)
    #expect(try most("words + words == words", bounds: bounds) == 5 + 20 + 30)
    #expect(try most("size(numbers + numbers)", bounds: bounds) == 4 + 20)
    #expect(try most("(numbers + numbers).all(n, isAgreed)", bounds: bounds) == 1 + 3 + 20 + 20)
  }

  @Test func `a heavy part is named`() throws {
    let marked = MarkedExpression(
      "isAgreed && team.all(m, numbers.all(a, ⟦numbers.all(b, a + b > 0)⟧)) && whole > 1")
    let (checked, issues) = try CheckWorld.check(marked.text, options: CheckOptions(costLimit: 100_000))
    #expect(checked == nil)
    #expect(issues.map(\.kind) == [.tooCostly])
    #expect(
      issues.first?.message
        == "the expression may take up to 20008015 steps, most of them here, and may take 100000")
    #expect(issues.first?.range == marked.range)
  }

  @Test func `more than can be counted`() throws {
    var text = "isAgreed"
    for level in 0..<10 { text = "numbers.all(n\(level), \(text))" }
    let bounds = SizeBounds(listElements: 1_000_000)
    let (_, issues) = try CheckWorld.check(text, options: CheckOptions(costLimit: 100_000, bounds: bounds))
    #expect(issues.first?.message.contains("more steps than can be counted") == true)
  }

  @Test(arguments: [
    "team.all(m, m.name != '' && m.role in ['lead', 'reviewer'])",
    "team.filter(m, m.role == 'lead').size() == 1 && numbers.map(n, n * 2).exists(n, n > 4)",
    "sum(numbers.map(n, n % 2)) > 1 || mean(numbers) > 2.0 || median(numbers) < 1.0",
    "words.matches('^[a-z ]+$') && words.contains('x') && (words + words).size() > 3",
    "numbers + numbers == numbers || numbers.exists(n, n in numbers)",
    "counts.all(k, counts[k] >= 0 && k.startsWith('a'))", "j.exists(p, j[p].value > 1) || isAgreed",
    "[numbers, numbers + [1]].exists(l, l == numbers)", "{'a': numbers}['a'].all(n, n > 0)",
    "numbers.map(a, numbers.map(b, a * b)).all(l, size(l) > 2)", "string(raw) + words < words",
    "dyn(numbers) == dyn(numbers) && has(review.lead) && review.date > timestamp('2026-01-01T00:00:00Z')",
  ]) func `no evaluation costs more`(text: String) throws {
    let checked = try #require(try CheckWorld.check(text).checked)
    let activation = try CheckSamples.activation()
    let program = Program(checked.expression, in: checked.environment)
    let cost = program.cost(of: activation, costLimit: 10_000_000)
    #expect(cost > 0 && cost <= checked.cost.most, "\(cost) of \(checked.cost.most)")
    let outcome = program.evaluate(activation, costLimit: 10_000_000)
    if case .error(let error) = outcome { Issue.record("\(error)") }
  }
}
