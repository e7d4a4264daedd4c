import Foundation
import TestSupport
import Testing

/// Variants on the command line, with the real frameworks.
@Suite struct VariantCommandTests {
  @Test func aDerivedDraftChecksCleanAndIsItsBase() throws {
    let folder = try TemporaryFolder()
    for base in ["emtss", "spp@1.0.0", "london-south", "early-warning"] {
      let id = "ours-\(base.prefix { $0 != "@" })"
      let made = try Program.run(["framework", "derive", base, "--id", id], in: folder.url)
      #expect(made.status == 0, "\(made.errors)")
      let file = "Frameworks/\(id)/0.1.0/framework.yaml"
      let check = try Program.run(["framework", "check", file, "--strict"], in: folder.url)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      #expect(try Program.run(["framework", "derive", base, "--id", id], in: folder.url).status == 73)
      let shown = try Program.run(["framework", "show", file, "--resolved"], in: folder.url).output
      let its = try Program.run(["framework", "show", base, "--resolved"], in: folder.url).output
      // The heading and the variant's own header differ.
      let header = ["schema ", "id ", "version ", "status ", "title "]
      func fields(_ text: String) -> [Substring] {
        text.split(separator: "\n").dropFirst().filter { line in !header.contains { line.hasPrefix($0) } }
      }
      #expect(fields(shown) == fields(its))
    }
    #expect(
      try Program.run(["framework", "derive", "emtss", "--id", "Not An Id"], in: folder.url).status == 64)
    #expect(try Program.run(["framework", "derive", "emtss", "--id", "emtss"], in: folder.url).status == 64)
    #expect(try Program.run(["framework", "derive", "emtsz", "--id", "ours"], in: folder.url).status == 66)
  }

  @Test func everyFieldHasItsFileAndLine() throws {
    let outcome = try Program.run(
      ["framework", "show", "london-south-primary", "--provenance", "--format", "json"])
    let fields = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    var files: [String: [Substring]] = [:]
    var counts: [String: Int] = [:]
    for field in fields {
      let path = try #require(field["file"] as? String)
      counts[path, default: 0] += 1
      let lines =
        try files[path]
        ?? String(contentsOfFile: path, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
      files[path] = lines
      let line = try #require(field["line"] as? Int)
      let value = try #require(field["value"] as? String)
      let start = value.drop { "\"'“".contains($0) }.prefix { !$0.isWhitespace && !"\"'“”".contains($0) }
      let near = lines[(line - 1)..<min(lines.count, line + 1)].joined(separator: " ")
      #expect(near.contains(start), "\(field)")
      #expect((field["inherited"] as? Bool) == !path.contains("london-south-primary"))
    }
    #expect(counts.count == 3 && counts.values.allSatisfy { $0 > 20 }, "\(counts)")
  }

  @Test(arguments: ["london-south", "london-south-primary", "spp", "emtss", "early-warning", "school-tiers"])
  func aFrameworkWrittenOutStandsAlone(id: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("alone.yaml")
    #expect(try Program.run(["framework", "show", id, "--format", "yaml", "-o", path]).status == 0)
    func digest(_ reference: String) throws -> Any? {
      let outcome = try Program.run([
        "framework", "show", reference, "--format", "json", "--frameworks", folder.url.path,
      ])
      return (try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])?["digest"]
    }
    let its = try Program.run(["framework", "show", id, "--format", "json"])
    let wanted = try #require(
      (try JSONSerialization.jsonObject(with: Data(its.output.utf8)) as? [String: Any])?["digest"] as? String)
    #expect(try digest(path) as? String == wanted)
    #expect(try Program.run(["framework", "check", path, "--strict"], in: folder.url).status == 0)
  }

  @Test func anUpgradeIsWrittenWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["framework", "derive", "spp@1.0.0", "--id", "ours"], in: folder.url)
    let dry = try Program.run(
      ["framework", "upgrade", "Frameworks/ours", "--to", "2.0.0", "--dry-run", "--format", "json"],
      in: folder.url)
    let plan = try #require(try JSONSerialization.jsonObject(with: Data(dry.output.utf8)) as? [String: Any])
    #expect(
      plan["written"] as? Bool == false && plan["path"] as? String == "Frameworks/ours/0.2.0/framework.yaml")
    #expect(!FileManager.default.fileExists(atPath: folder.path("Frameworks/ours/0.2.0")))
    let done = try Program.run(
      ["framework", "upgrade", "Frameworks/ours", "--to", "spp@2.0.0"], in: folder.url)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    #expect(
      try Program.run(["framework", "check", "Frameworks/ours/0.2.0/framework.yaml"], in: folder.url).status
        == 0)
    let again = try Program.run(
      ["framework", "upgrade", "Frameworks/ours/0.1.0", "--to", "spp@2.0.0"], in: folder.url)
    #expect(again.status == 73)
    for wrong in ["spp@1.0.0", "emtss@1.0.0", "spp@9.0.0"] {
      let outcome = try Program.run(
        ["framework", "upgrade", "Frameworks/ours/0.1.0", "--to", wrong, "-o", "x.yaml"], in: folder.url)
      #expect([64, 66].contains(outcome.status), "\(wrong): \(outcome.errors)")
    }
    #expect(try Program.run(["framework", "upgrade", "emtss", "--to", "2.0.0"], in: folder.url).status == 64)
  }

  @Test func theWatchedPageShowsMistakesBesideTheirPlace() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["framework", "new", "ours"], in: folder.url)
    let file = folder.path("Frameworks/ours/0.1.0/framework.yaml")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let good = try Program.run(["framework", "watch", file, "-o", "page.html", "--once"], in: folder.url)
    #expect(good.status == 0, "\(good.errors)")
    #expect(try String(contentsOfFile: folder.path("page.html"), encoding: .utf8).contains("No mistakes."))
    #expect(
      try String(contentsOfFile: folder.path("page.html.js"), encoding: .utf8).hasPrefix("waymarkStamp("))
    _ = try folder.write(
      text.replacing("stem: how-far", with: "stem: how-fat"), "Frameworks/ours/0.1.0/framework.yaml")
    let bad = try Program.run(["framework", "watch", file, "-o", "page.html", "--once"], in: folder.url)
    #expect(bad.status == 0, "\(bad.errors)")
    let page = try String(contentsOfFile: folder.path("page.html"), encoding: .utf8)
    #expect(page.contains("how-fat") && page.contains("1 mistake"))
  }
}
