import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@testable import Reporting

@Suite("The difference between two frameworks")
struct FrameworkDiffTests {
  private static func diff(_ name: String) throws -> FrameworkDiff {
    func read(_ file: String) throws -> ResolvedFramework {
      try RealFrameworks.rubric("Tests/FrameworksTests/Fixtures/diffs/\(name)/\(file).yaml").framework
    }
    return FrameworkDiff(from: try read("a"), to: try read("b"))
  }

  private static func spp() throws -> FrameworkDiff {
    let earlier = try RealFrameworks.rubric("Frameworks/spp/1.0.0/framework.yaml")
    return FrameworkDiff(from: earlier.framework, to: try RealFrameworks.spp().framework)
  }

  @Test("as text is what was last looked at", arguments: ["migrated", "guesses", "words", "nothing"])
  func text(name: String) throws {
    let text = FrameworkDiffText.text(try Self.diff(name))
    try expectSnapshot(text, "diff-\(name).txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= TerminalText.width })
  }

  @Test("as a page is what was last looked at")
  func page() throws {
    try expectSnapshot(withoutLooks(try FrameworkDiffHTML.page(Self.diff("migrated"))), "diff-migrated.html")
  }

  @Test("of real frameworks is a whole page, and text no wider than a terminal")
  func real() throws {
    let diff = try Self.spp()
    #expect(diff.step == .major)
    #expect(PageScanner(try FrameworkDiffHTML.page(diff)).faults == [])
    #expect(FrameworkDiffText.text(diff).split(separator: "\n").allSatisfy { $0.count <= TerminalText.width })
  }

  @Test("as JSON has every change and every judged criterion")
  func json() throws {
    let diff = try Self.spp()
    let value = FrameworkDiffJSON.value(diff)
    #expect(value["step"]?.asString == "major")
    #expect(value["leastVersion"]?.asString == "2.0.0")
    #expect(value["changes"]?.asArray?.count == diff.changes.count)
    #expect(value["comparability"]?["criteria"]?.asArray?.count == diff.standings.count)
  }

  @Test("shows hostile text as text")
  func hostile() throws {
    let base = try Self.diff("words")
    let earlier = try RealFrameworks.rubric("Tests/FrameworksTests/Fixtures/diffs/words/a.yaml").framework
    var later = earlier.framework
    later.title = HostileTextTests.all
    later.criteria[0].title = HostileTextTests.all
    later.rules[0].message = HostileTextTests.all
    later.rules[0].assert = Located(HostileTextTests.all)
    later.tools[0].id = Located("another")
    let diff = FrameworkDiff(from: earlier, to: ResolvedFramework(later))
    #expect(diff.changes.count != base.changes.count)
    let page = try FrameworkDiffHTML.page(diff)
    #expect(PageScanner(page).faults == [])
    #expect(
      FrameworkDiffText.text(diff).unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      })
  }

  @Test("gives the migration that would say what was guessed")
  func advice() throws {
    let words = DiffWords(try Self.diff("guesses"))
    let migration = try #require(words.migration)
    #expect(migration.contains("- from: {version: 1.0.0}"))
    #expect(migration.contains("- {move: herbs/mint, as: peppermint, why: …}"))
    #expect(migration.contains("- {move: roots/leeks, to: herbs, why: …}"))
    #expect(DiffWords(try Self.diff("migrated")).migration == nil)
  }
}
