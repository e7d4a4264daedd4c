import Foundation
import TestSupport
import Testing

@Suite struct TranslateCommandTests {
  /// A copy of a framework and its texts, and where they are.
  private static func copy(of id: String, in folder: TemporaryFolder) throws -> String {
    let from = Repository.root.appendingPathComponent("Frameworks/\(id)")
    try FileManager.default.copyItem(at: from, to: folder.url.appendingPathComponent(id))
    return folder.path("\(id)/1.0.0/framework.yaml")
  }

  @Test func aTranslationIsStartedFilledAndShown() throws {
    let folder = try TemporaryFolder()
    let path = try Self.copy(of: "school-tiers", in: folder)
    let start = try Program.run(["framework", "translate", path, "--language", "cy"])
    #expect(start.status == 0 && start.output.contains("0 of "), "\(start.errors)")
    let texts = folder.path("school-tiers/1.0.0/framework.cy.yaml")
    var file = try String(contentsOfFile: texts, encoding: .utf8)
    let draft = try #require(file.firstMatch(of: #/  # title:\n  #   text:\n  #   of: (\w+)\n/#))
    file.replaceSubrange(
      draft.range, with: "  # Mine.\n  title:\n    text: Haenau\n    of: \(draft.output.1)\n")
    try Data(file.utf8).write(to: URL(fileURLWithPath: texts))

    let again = try Program.run(["framework", "translate", path, "--language", "cy"])
    #expect(again.output.contains(": 1 of "), "\(again.output)\(again.errors)")
    #expect(try String(contentsOfFile: texts, encoding: .utf8).contains("  # Mine.\n"))
    let check = try Program.run(["framework", "check", path])
    #expect(check.status == 0 && check.output.contains("[texts-missing]"), "\(check.output)")
    #expect(check.output.contains("1 framework and 1 file of texts in other languages checked"))
    #expect(try Program.run(["framework", "check", path, "--strict"]).status == 1)

    let shown = try Program.run(["framework", "show", path, "--language", "cy-GB"])
    let own = try Program.run(["framework", "show", path])
    #expect(shown.output.hasPrefix("Haenau\n") && shown.output.contains("1 of "), "\(shown.errors)")
    #expect(shown.output.split(separator: "\n")[1] == own.output.split(separator: "\n")[1])
  }

  @Test func aFileWithMistakesIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = try Self.copy(of: "school-tiers", in: folder)
    let texts = try folder.write("texts: [", "school-tiers/1.0.0/framework.cy.yaml")
    for command in [["translate"], ["show"]] {
      let outcome = try Program.run(["framework"] + command + [path, "--language", "cy"])
      #expect(outcome.status == 65 && outcome.errors.contains("yaml-syntax"), "\(outcome.errors)")
    }
    #expect(try String(contentsOfFile: texts, encoding: .utf8) == "texts: [")
    #expect(try Program.run(["framework", "check", path]).status == 1)
    #expect(try Program.run(["framework", "check", texts]).status == 1)
  }

  @Test(arguments: [("fr", 66), ("c y", 64), ("en-US", 66)])
  func aLanguageThatThereIsNot(language: String, status: Int32) throws {
    let outcome = try Program.run(["framework", "show", "emtss", "--language", language])
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.errors)")
    if status == 66 { #expect(outcome.errors.contains("There are texts in: cy.")) }
  }

  @Test func everyCommandShowsTheSample() throws {
    let review = "Frameworks/emtss/1.0.0/cases/all-five-judged/review.yaml"
    for command in [
      ["framework", "show", "emtss"], ["framework", "show", "emtss", "--format", "json"],
      ["framework", "preview", "emtss", "-o", "-"], ["form", "new", "emtss", "actions"],
      ["review", "new", "emtss"], ["review", "score", review],
      ["review", "score", review, "--format", "html"],
    ] {
      let outcome = try Program.run(command + ["--language", "cy"])
      #expect(outcome.status == 0, "\(command) \(outcome.errors)")
      #expect(outcome.output.contains("Fframwaith Adolygu"), "\(command)")
      if !command.contains("json") { #expect(outcome.output.contains("texts are in Welsh"), "\(command)") }
    }
  }

  @Test func aBlankReviewInWelshIsAReviewOfTheSameFramework() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("review.yaml")
    let new = try Program.run(["review", "new", "emtss", "--language", "cy", "-o", path])
    #expect(new.status == 0, "\(new.errors)")
    let check = try Program.run(["review", "check", path])
    #expect(!check.output.contains("digest"), "\(check.output)")
  }

  @Test func theSchemaOfTextsIsPrinted() throws {
    let outcome = try Program.run(["framework", "schema", "--of", "texts"])
    #expect(outcome.output.contains("urn:waymark:schema:texts:1"))
  }
}
