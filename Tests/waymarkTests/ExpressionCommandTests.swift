import Foundation
import TestSupport
import Testing

/// `waymark expression eval`, `waymark framework rules` and `waymark framework test` through the real binary.
@Suite struct ExpressionCommandTests {
  private func review(in folder: TemporaryFolder) throws -> String {
    try folder.write(
      """
      schema: waymark.review/1
      framework: {id: emtss, version: 1.0.0}
      kind: self
      subject: {id: made-up-alliance}
      date: 2026-01-12
      judgements:
        leadership: {point: secure, evidence: made up, actions: [Made up]}
        cpd: {point: not-reviewed}

      """, "review.yaml")
  }

  private func eval(_ expression: String, _ more: String...) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(["expression", "eval", expression, "--review", try review(in: folder)] + more)
  }

  @Test func aValueIsPrinted() throws {
    let value = try eval(#"j["leadership"].value + size(j["leadership"].actions)"#)
    #expect((value.status, value.output) == (0, "4\n"))
    let untold = try eval(#"j["cpd"].value > 1"#)
    #expect(untold.status == 0 && untold.output.hasPrefix("not evaluable: "), "\(untold.output)")
    let absorbed = try eval(#"j["cpd"].value > 1 || j["leadership"].point == "secure""#)
    #expect(absorbed.output == "true\n")
  }

  @Test func aMistakeIsShownAtItsCharacters() throws {
    let outcome = try eval(#"j["leadership"].point == "secrue""#)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error[expression-impossible-value]"), "\(outcome.output)")
    #expect(outcome.output.contains("\n  |                          ^^^^^^^^\n"), "\(outcome.output)")
    #expect(outcome.output.contains("secure"))
    let failing = try eval(#"1 / (j["leadership"].value - 3) > 0"#)
    #expect(failing.status == 65 && failing.errors.contains("expression-failed"), "\(failing.errors)")
  }

  @Test func explainShowsEachPart() throws {
    let outcome = try eval(#"j["leadership"].value >= 2"#, "--explain")
    #expect(outcome.output.contains(#"j["leadership"].value  =  3"#), "\(outcome.output)")
    #expect(outcome.output.hasSuffix("true\n"))
  }

  @Test func rulesAreListedAsTheyAreAsked() throws {
    let outcome = try Program.run(["framework", "rules", "spp@2.0.0"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("coverage-should-1 (should, on peer review, from coverage)"))
    #expect(outcome.output.contains("assert  size(covered[\"dimension\"]"))
  }

  @Test func casesFailWhenSomethingElseComesOfThem() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("three-levels")
    try FileManager.default.copyItem(
      at: Repository.root.appendingPathComponent("Tests/FrameworksTests/Fixtures/three-levels"),
      to: URL(fileURLWithPath: copy))
    let good = try Program.run(["framework", "test", copy])
    #expect(good.status == 0 && good.output.hasSuffix("all as expected.\n"), "\(good.output)\(good.errors)")
    let expected = "\(copy)/cases/gaps/expected.yaml"
    let text = try String(contentsOfFile: expected, encoding: .utf8)
    try text.replacing("kind: ", with: "sort: ").write(toFile: expected, atomically: true, encoding: .utf8)
    let bad = try Program.run(["framework", "test", copy])
    #expect(bad.status == 1)
    #expect(bad.output.contains("  - ") && bad.output.contains("sort: ") && bad.output.contains("  + "))
    #expect(try Program.run(["framework", "test", copy, "--record"]).status == 0)
    #expect(try String(contentsOfFile: expected, encoding: .utf8) == text)
  }

  @Test func brokenRulesAreMistakesOfACheck() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      schema: waymark.review/1
      framework: {id: spp, version: 1.0.0}
      kind: peer
      subject: {id: made-up-school}
      date: 2026-01-12
      team: [{name: Made-up Head, role: lead-reviewer, school: other-school}]
      judgements:
        looking-inward: {point: effective, evidence: made up}

      """, "review.yaml")
    let outcome = try Program.run(["review", "check", path])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error[rule-broken]"), "\(outcome.output)")
    let scored = try Program.run(["review", "score", path])
    #expect(
      scored.status == 0 && scored.output.contains("Must be put right:"), "\(scored.output)\(scored.errors)")
  }
}
