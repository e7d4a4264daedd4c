import Foundation
import TestSupport
import Testing

/// The reference pages say what the declarations say. `make docs` writes them anew.
@Suite struct ReferenceTests {
  @Test func noPageIsStale() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["reference", "--output", folder.url.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let pages = try folder.contents
    #expect(pages.count >= 5)
    for page in pages {
      let made = try String(contentsOfFile: folder.path(page), encoding: .utf8)
      let kept = try? String(
        contentsOf: Repository.root.appendingPathComponent("docs/reference/\(page)"), encoding: .utf8)
      #expect(made == kept, "docs/reference/\(page) is stale: run `make docs`")
    }
  }

  /// Every relative link in the documentation leads somewhere.
  @Test func noLinkIsBroken() throws {
    let root = Repository.root
    let pages =
      try ["README.md", "CONTRIBUTING.md"]
      + ["docs/guide", "docs/reference", "docs/decisions"].flatMap { folder in
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).map {
          "\(folder)/\($0)"
        }
      }
    for page in pages where page.hasSuffix(".md") {
      let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#:\s]+)(#[^)]*)?\)/) {
        let target = root.appendingPathComponent(page).deletingLastPathComponent().appendingPathComponent(
          String(match.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page) links to \(match.1)")
      }
    }
  }

  /// The commands that the README and the guide show are commands.
  @Test func everyCommandInTheGuideExists() throws {
    let help = try Program.run(["reference", "--output", TemporaryFolder().url.path])
    #expect(help.status == 0)
    let commands = try String(
      contentsOf: Repository.root.appendingPathComponent("docs/reference/commands.md"), encoding: .utf8)
    let guides = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent("docs/guide").path)
    for page in ["README.md"] + guides.map({ "docs/guide/\($0)" }) {
      let text = try String(contentsOf: Repository.root.appendingPathComponent(page), encoding: .utf8)
      for match in text.matches(of: /(?m)^waymark ([a-z-]+)( [a-z]+)?( [a-z]+)?/) {
        let words = match.0.split(separator: " ").map(String.init)
        let isKnown = (2...words.count).contains {
          commands.contains("\n## \(words.prefix($0).joined(separator: " "))\n")
        }
        #expect(isKnown, "\(page) shows `\(match.0)`")
      }
    }
  }
}
