import Foundation
import Testing

@testable import LanguageServer

@Suite struct CompletionTests {
  /// The framework with one line put in behind a line that holds a text; `‸` is the cursor.
  private func editor(_ line: String, after place: String) throws -> Editor {
    var lines = MadeUp.framework.components(separatedBy: "\n")
    let at = try #require(lines.firstIndex { $0.contains(place) })
    lines.insert(line, at: at + 1)
    return Editor(lines.joined(separator: "\n"))
  }

  private func offered(_ line: String, after place: String) throws -> [String] {
    let editor = try editor(line, after: place)
    return editor.offered
  }

  @Test func keysThatAreMissingAreOfferedRequiredOnesFirst() throws {
    let keys = try offered("    sta‸", after: "id: our-work")
    #expect(keys.contains("statements") && keys.contains("text"))
    #expect(!keys.contains("id") && !keys.contains("title") && !keys.contains("criteria"))
    let marking = Editor("schema: waymark.framework/1\njudging:\n  self:\n    ‸")
    #expect(marking.offered == ["level", "scale", "method", "optional", "locked"])
    #expect(marking.taking("level") == "schema: waymark.framework/1\njudging:\n  self:\n    level: ")
  }

  @Test func keysWorkInBracketsAndInTextsThatCannotBeRead() throws {
    #expect(try offered("  - {id: new, ‸", after: "levels:").contains("title"))
    #expect(try offered("        source: {‸", after: "id: pace").contains("ref"))
    let editor = try editor("      - {id: x, te‸}", after: "points:")
    #expect(editor.offered.contains("text"))
    #expect(try #require(editor.taking("text")).contains("- {id: x, text: }"))
  }

  @Test func aVariantAndAFrameworkShareTheirFirstKeys() {
    let empty = Editor("schema: waymark.framework/1\nid: x\n‸")
    #expect(empty.offered.contains("extends") && empty.offered.contains("levels"))
    let variant = Editor("schema: waymark.framework/1\nid: x\nextends: {id: y, version: 1.0.0}\n‸")
    #expect(variant.offered.contains("changes") && !variant.offered.contains("levels"))
  }

  @Test func wordsOfAChoice() throws {
    #expect(try offered("    kind: ‸", after: "  speed:") == ["nominal", "ordinal", "interval"])
    #expect(try offered("        required: t‸", after: "id: way").contains("true"))
    #expect(try offered("        aggregate: me‸", after: "id: pace").contains("median"))
  }

  @Test func idsOfWhatAKeyNames() throws {
    #expect(try offered("        scale: ‸", after: "id: training") == ["depth", "speed"])
    #expect(try offered("        stem: how‸", after: "id: pace") == ["how-far"])
    #expect(try offered("        source: {ref: ‸}", after: "id: pace") == ["notes"])
    #expect(
      try offered("        source: {ref: notes, at: ‸}", after: "id: pace") == ["Page one", "Page two: more"])
    #expect(
      try offered("        - {id: level, title: X, by: [lead, ‸]}", after: "- {id: prepare") == [
        "lead", "helper",
      ])
    #expect(try offered("          with: ‸", after: "title: Visit").contains("lead"))
    #expect(try offered("          window: {before: ‸", after: "title: Visit").contains("prepare"))
    #expect(try offered("  self: {level: ‸", after: "judging:") == ["theme", "question"])
  }

  @Test func pathsAndPoints() throws {
    #expect(
      try offered("sections: [{id: x, title: X, of: [our-work, our-p‸]}]", after: "overall: none")
        == ["our-work", "our-work/planning", "our-work/pace", "our-people", "our-people/training"])
    #expect(try offered("          - {id: new, at: ‸}", after: "statements:") == ["not-yet", "secure"])
    #expect(try offered("        statements: [{id: x, at: ‸", after: "scale: speed") == ["slow", "fast"])
    #expect(try offered("          - {id: new, at: secure, strand: ‸}", after: "statements:") == ["plans"])
  }

  @Test func expressions() throws {
    func inRule(_ text: String) throws -> [String] {
      try offered("    when: \(text)", after: "id: planned-first")
    }
    #expect(try inRule("‸").contains("measures"))
    #expect(try inRule("j[\"‸") == ["our-work/planning", "our-work/pace", "our-people/training"])
    #expect(try inRule("j[\"our-work/planning\"].‸").contains("answered"))
    #expect(try inRule("j[\"our-work/planning\"].point == \"‸") == ["not-yet", "secure"])
    #expect(try inRule("j[\"our-work/pace\"].point in [\"slow\", \"‸") == ["slow", "fast"])
    #expect(try inRule("measures.sta‸") == ["staff_turnover"])
    #expect(try inRule("team.exists(m, m.‸").contains("role"))
    #expect(try inRule("team.exists(m, m.role == \"‸") == ["lead", "helper"])
    #expect(try inRule("covered[\"‸") == ["theme", "question"])
    #expect(try inRule("plan.‸").contains("focus"))
    let editor = try editor("    when: j[\"our-w‸\"].answered", after: "id: planned-first")
    #expect(try #require(editor.taking("our-work/pace")).contains("when: j[\"our-work/pace\"].answered"))
    let block = try self.editor(
      "    when: >-\n      size(team) > 1 &&\n      measures.‸", after: "id: planned-first")
    #expect(block.offered == ["staff_turnover"])
  }

  @Test func reviewsAreHeldAgainstTheirFramework() throws {
    let others = ["/made-up/framework.yaml": MadeUp.framework]
    func offered(_ line: String) -> [String] {
      let editor = Editor(MadeUp.review + line, at: "/made-up/review.yaml", others: others)
      return editor.offered
    }
    #expect(offered("  our-w‸").contains("our-work/pace"))
    #expect(!offered("  our-w‸").contains("our-work/planning"))
    #expect(Array(offered("  our-work/pace: {point: ‸").prefix(2)) == ["slow", "fast"])
    #expect(offered("  our-work/planning:\n    statements: [‸") == ["plans-exist"])
    #expect(offered("team:\n  - {name: X (made up), role: ‸") == ["lead", "helper"])
    #expect(offered("measures:\n  ‸") == ["staff-turnover"])
    #expect(offered("status: ‸") == ["draft", "agreed"])
    let pin = Editor(
      "schema: waymark.review/1\nframework: {id: made-up, version: ‸", at: "/made-up/review.yaml",
      others: others)
    #expect(pin.offered == ["1.0.0"])
  }

  @Test func filledFormsOfferTheirFields() {
    let head = "schema: waymark.form/1\nframework: {id: made-up, version: 1.0.0}\nform: plan\n"
    func offered(_ text: String) -> [String] {
      let editor = Editor(
        head + text, at: "/made-up/plan.yaml", others: ["/made-up/framework.yaml": MadeUp.framework])
      return editor.offered
    }
    #expect(offered("answers:\n  ‸") == ["focus", "way"])
    #expect(offered("answers:\n  way: ‸") == ["by-talk", "by-walk"])
    #expect(
      offered("answers:\n  focus: [our-work/‸") == [
        "our-work/planning", "our-work/pace", "our-people/training",
      ])
  }

  @Test func changesOfferVerbsAndAddresses() {
    let others = ["/made-up/framework.yaml": MadeUp.framework]
    func offered(_ line: String) -> [String] {
      let editor = Editor(MadeUp.variant + line, at: "/made-up/north.yaml", others: others)
      return editor.offered
    }
    #expect(
      offered("  - ‸") == ["add", "reword", "replace", "remove", "move", "merge", "split", "reorder", "set"])
    #expect(offered("  - {move: ‸").contains("our-work/planning"))
    #expect(!offered("  - {move: ‸").contains("scales/depth"))
    #expect(offered("  - {reword: scales/depth/‸").contains("scales/depth/points/secure"))
    #expect(offered("  - {set: scales/depth/points/secure/‸").contains("scales/depth/points/secure/label"))
    #expect(offered("  - reorder: criteria\n    order: [‸") == ["our-work", "our-people"])
    #expect(offered("  - add: {id: x, ‸").contains("statements"))
    #expect(offered("  - add:\n      - id: x\n        ‸").contains("questions"))
    #expect(offered("  - {add: {id: x, text: X, ‸}, to: our-work/planning/statements").contains("strand"))
    #expect(offered("  - {split: our-work, into: [{id: a, takes: [‸") == ["planning", "pace"])
    #expect(offered("  - {add: {id: x, stem: ‸") == ["how-far"])
    #expect(offered("  - {remove: our-work/pace, ‸").contains("withChildren"))
  }

  @Test func aBaseIsNamedWithVersionAndDigest() throws {
    let others = ["/made-up/framework.yaml": MadeUp.framework]
    func offered(_ line: String) -> [String] {
      Editor("schema: waymark.framework/1\nid: north\n" + line, at: "/made-up/north.yaml", others: others)
        .offered
    }
    #expect(offered("extends: {id: ‸").contains("made-up"))
    #expect(offered("extends: {id: made-up, version: ‸") == ["1.0.0"])
    let digest = try #require(offered("extends: {id: made-up, version: 1.0.0, digest: ‸").first)
    #expect(digest.hasPrefix("sha256:"))
  }

  @Test func nothingIsOfferedInProseOrForOtherFiles() throws {
    #expect(try offered("        code: so‸", after: "id: pace") == [])
    #expect(try offered("    text: |\n      id‸", after: "id: our-work") == [])
    let other = Editor("services:\n  ‸", at: "/made-up/compose.yaml")
    #expect(other.offered == [])
  }

  @Test func completionAnswersEverywhereInABrokenText() {
    let text = MadeUp.framework + "  - {id: [\n"
    let count = text.components(separatedBy: "\n").count
    let editor = Editor(text)
    for line in 0..<count {
      for character in [0, 2, 7, 20] {
        let place = editor.documents.place(editor.uri, TextPosition(line: line, character: character))
        if let place { _ = Completion(place).json }
      }
    }
  }
}
