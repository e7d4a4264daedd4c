import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import TestSupport
import Testing

@testable import Interchange

@Suite struct SurveyDraftTests {
  @Test func `what is sure stands, what is likely says so, what is unsure is a comment`() throws {
    let draft = try ReadSurvey.draft(
      """
      Timestamp,Email Address,Which school are you from?,2.1 Colour,Evidence,"Is compost made, and is it used?",Weather today
      2026/10/05 9:41:12,a@made-up.example,Oak School,In bloom,Roses,Quite,Rain
      2026/10/06 9:41:12,b@made-up.example,elm-school,Seed,,Seed,Sun and wind and everything else that there is
      """)
    #expect(draft.columns == 7)
    let expected = """
      columns:
        # sure: the same words
        - header: "2.1 Colour"
          criterion: flowers/colour
        # likely: it follows the column of that criterion
        - header: "Evidence"
          criterion: flowers/colour
          box: evidence
      """
    #expect(draft.yaml.contains(expected), "\(draft.yaml)")
    #expect(draft.yaml.contains("# \"Oak School\": oak-school\n"))
    #expect(!draft.yaml.contains("# \"elm-school\""))
    #expect(draft.yaml.contains("  # - header: \"Weather today\"\n"), "\(draft.yaml)")
    #expect(draft.yaml.contains("  # \"Quite\":\n"))
    #expect(draft.yaml.contains("ignore:\n  # sure: who answered"))
    #expect(draft.yaml.contains("responses: each\n"))
  }

  /// Headers as people make them of a framework's questions: numbered, without the opening, with a word changed.
  @Test func `every question of a long framework is found again`() throws {
    let (framework, _) = try Fixtures.framework("spp")
    let entries = ReviewOutline(framework, kind: .own).entries
    var random = SeededGenerator(seed: 6)
    var headers: [(header: String, path: String)] = []
    for (index, entry) in entries.enumerated() {
      var words = entry.wording.split(separator: " ").map(String.init)
      switch index % 3 {
      case 0: words.insert("\(index + 1).", at: 0)
      case 1: words.removeFirst(min(3, words.count - 4))
      default: words[Int.random(in: 4..<words.count, using: &random)] = "things"
      }
      headers.append((words.joined(separator: " "), entry.criterion.path))
    }
    let cells = headers.map { "\"\($0.header)\"" }.joined(separator: ",")
    let answers = headers.map { _ in "3" }.joined(separator: ",")
    let draft = try ReadSurvey.draft("\(cells)\n\(answers)\n", against: "spp")
    var right = 0
    for (header, path) in headers {
      #expect(!draft.yaml.contains("\n  - header: \"\(header)\"\n    criterion: other"))
      if draft.yaml.contains("  - header: \"\(header)\"\n    criterion: \(path)\n") { right += 1 }
    }
    #expect(right >= 68, "\(right) of \(headers.count)")
  }

  @Test func `a draft is a mapping that its reader takes, whatever the headers hold`() throws {
    let (framework, digest) = try Fixtures.framework()
    for text in NastyTexts.all where !text.contains("\0") {
      let cell = "\"\(text.replacing("\"", with: "\"\""))\""
      guard let draft = try? ReadSurvey.draft("School,\(cell),\(cell)\noak-school,2,\(cell)\n") else {
        continue
      }
      var bag = DiagnosticBag()
      let source = SourceFile(path: "mapping.yaml", bytes: Array(draft.yaml.utf8))
      let mapping = try #require(
        SurveyReader.parse(source, FileID(index: 0), into: &bag), "\(draft.yaml)\n\(bag.items)")
      SurveyChecks.run(mapping, against: framework, digest: digest, into: &bag)
      #expect(!bag.hasErrors, "\(text.debugDescription): \(bag.items.map(\.message))\n\(draft.yaml)")
    }
  }
}
