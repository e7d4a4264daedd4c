import Testing

@testable import LanguageServer

@Suite struct ExpressionNamesTests {
  private func found(_ text: String) -> [String] {
    ExpressionNames(text, form: "plan", plan: "plan").names.map { name in
      let bytes = Array(text.utf8)[name.range]
      return "\(String(decoding: bytes, as: UTF8.self)) \(name.target)"
    }
  }

  @Test func everyIdOfAPathIsAName() {
    let text = #"j["a/b"].point == "secure""#
    let names = ExpressionNames(text).names
    #expect(
      names.map(\.target) == [.address("a"), .address("a/b"), .point(id: "secure", criterion: "a/b")])
    #expect(
      names.map { Array(text.utf8)[$0.range] }.map { String(decoding: $0, as: UTF8.self) } == [
        "a", "b", "secure",
      ])
  }

  @Test func namesWithUnderscoresAreIds() {
    let names = ExpressionNames("measures.staff_turnover > 3.0").names
    #expect(names.map(\.target) == [.named(kind: "measure", id: "staff-turnover")])
    #expect(names[0].isUnderscored)
  }

  @Test func otherNames() {
    #expect(
      ExpressionNames(#"size(covered["question"]) > 0"#).names.map(\.target) == [
        .named(kind: "level", id: "question")
      ])
    #expect(
      ExpressionNames(#"team.exists(m, m.role in ["lead", "helper"])"#).names.map(\.target) == [
        .named(kind: "role", id: "lead"), .named(kind: "role", id: "helper"),
      ])
    #expect(ExpressionNames(#""a" in covered["theme"]"#).names.map(\.target).first == .address("a"))
    #expect(
      ExpressionNames("form.next_steps.who", form: "plan").names.map(\.target) == [
        .address("forms/plan/fields/next-steps"), .address("forms/plan/fields/next-steps/fields/who"),
      ])
    #expect(
      ExpressionNames(#"trends.direction != "down""#).names.map(\.target).last
        == .named(kind: "trend category", id: "down", under: "trends/direction"))
  }

  @Test(arguments: [
    #"j["#, #"j["a/"#, "\"", "j[\"a\"].point == ", #"x in ["a","#, "measures.", "'\\", "😀[\"é/ü\"]",
  ])
  func halfWrittenExpressionsBreakNothing(text: String) {
    for name in ExpressionNames(text).names { #expect(name.range.upperBound <= text.utf8.count) }
  }
}
