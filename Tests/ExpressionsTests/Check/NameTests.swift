import Expressions
import Testing

/// Names, fields and keys that do not exist.
@Suite struct NameTests {
  @Test(arguments: [
    Mistake("⟦revew⟧.lead == 'x'", "there is nothing called “revew” here", help: "did you mean “review”?"),
    Mistake("whole > 0 && ⟦nothing⟧", "there is nothing called “nothing” here"),
    Mistake(
      "team.all(m, ⟦n⟧.name != '')", "there is nothing called “n” here", help: "did you mean “m”?"),
    Mistake(
      "⟦vision⟧.value > 1", "there is nothing called “vision” here", help: "did you mean j[\"vision\"]?"),
    Mistake(
      "⟦our-impact⟧.value > 2", "“our-impact” is read as arithmetic: the hyphen is a minus",
      help: "did you mean j[\"our-impact\"]?"),
    Mistake(
      "⟦our-impct/use-of-data⟧ == 2", "“our-impct/use-of-data” is read as arithmetic: the hyphen is a minus",
      help: "did you mean j[\"our-impact/use-of-data\"]?"),
    Mistake(
      "⟦some-other-thing⟧ > 2", "“some-other-thing” is read as arithmetic: the hyphen is a minus",
      help: "write a criterion as j[\"…\"]"),
    Mistake("⟦left⟧ - 1 > 2", "there is nothing called “left” here"),
    Mistake("previous(⟦whol⟧) > 2", "there is nothing called “whol” here", help: "did you mean “whole”?"),
  ]) func `unknown names`(mistake: Mistake) throws { try mistake.expect(kind: .unknownName) }

  @Test(arguments: [
    Mistake("review.⟦leed⟧ == 'x'", "review has no field “leed”", help: "did you mean “lead”?"),
    Mistake("has(review.⟦leed⟧)", "review has no field “leed”", help: "did you mean “lead”?"),
    Mistake(
      "review.⟦somethingElse⟧ == 'x'", "review has no field “somethingElse”",
      help: "its fields are date, lead, host, length"),
    Mistake("j[\"our-impact\"].⟦valu⟧ > 2", "answer has no field “valu”", help: "did you mean “value”?"),
    Mistake("team.map(m, m.⟦nam⟧).size() > 2", "member has no field “nam”", help: "did you mean “name”?"),
    Mistake("words.⟦size⟧ > 2", "text has no fields such as “size”", help: "did you mean size()?"),
    Mistake("whole.⟦x⟧ > 2", "a whole number has no fields such as “x”"),
  ]) func `unknown fields`(mistake: Mistake) throws { try mistake.expect(kind: .unknownField) }

  @Test(arguments: [
    Mistake(
      "j[⟦\"our-impct\"⟧].value > 2", "there is no criterion “our-impct”", help: "did you mean “our-impact”?"),
    Mistake(
      "j[⟦'use-of-data'⟧].value > 2", "there is no criterion “use-of-data”",
      help: "did you mean “our-impact/use-of-data”?"),
    Mistake("j.⟦visoin⟧.value > 2", "there is no criterion “visoin”", help: "did you mean “vision”?"),
    Mistake("⟦\"nowhere\"⟧ in j", "there is no criterion “nowhere”"),
    Mistake("previous(j[⟦\"visio\"⟧].value) > 1", "there is no criterion “visio”"),
  ]) func `unknown keys`(mistake: Mistake) throws { try mistake.expect(kind: .unknownKey) }

  @Test func `all mistakes are found at once, each once`() throws {
    let (_, issues) = try CheckWorld.check("revew.lead == 1 && j['x'].point == 'y' || words + 1 > fraction.z")
    #expect(
      issues.map(\.kind) == [.unknownName, .unknownKey, .impossibleValue, .noOverload, .unknownField])
  }

  @Test func `there is an end to it`() throws {
    let text = (0..<500).map { "x\($0)" }.joined(separator: " && ")
    #expect(try CheckWorld.check(text).issues.count == 100)
  }
}
