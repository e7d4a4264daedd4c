import Foundation
import TestSupport
import Testing

@Suite struct FrameworkCommandTests {
  @Test func theRealFrameworksCheckClean() throws {
    let outcome = try Program.run(["framework", "check", "Frameworks"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("no mistakes"))
  }

  @Test func mistakesAreListedWithPlacesAndExitCodeOne() throws {
    let folder = try TemporaryFolder()
    let framework = try String(
      contentsOf: Repository.root.appendingPathComponent("Frameworks/emtss/1.0.0/framework.yaml"),
      encoding: .utf8)
    let broken = framework.replacingOccurrences(of: "kind: ordinal", with: "kindd: ordinal")
    let path = try folder.write(broken, "broken.yaml")
    let text = try Program.run(["framework", "check", path])
    #expect(text.status == 1)
    #expect(
      text.output.contains("[unknown-key]") && text.output.contains("“kind”") && text.output.contains("^^^^^")
    )

    let json = try Program.run(["framework", "check", path, "--format", "json"])
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let keys = Set(items[0].keys)
    #expect(
      keys == ["code", "severity", "message", "help", "file", "line", "column", "endLine", "endColumn"])
  }

  @Test func aDraftFromTheTemplateChecksClean() throws {
    let folder = try TemporaryFolder()
    let new = try Program.run(
      ["framework", "new", "our-framework", "--title", "Ours: a \"first\" try"], in: folder.url)
    #expect(new.status == 0, "\(new.errors)")
    let check = try Program.run(["framework", "check", "Frameworks", "--strict"], in: folder.url)
    #expect(check.status == 0, "\(check.output)")
    #expect(try Program.run(["framework", "new", "our-framework"], in: folder.url).status == 73)
    #expect(try Program.run(["framework", "new", "Our Framework"], in: folder.url).status == 64)
  }

  @Test(arguments: [("emtss", 5, 67, 124, 48), ("spp", 87, 0, 0, 0)])
  func showPrintsTheWholeFramework(id: String, criteria: Int, questions: Int, statements: Int, evidence: Int)
    throws
  {
    let outcome = try Program.run(["framework", "show", id, "--format", "json"])
    let framework = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    var counts = [0, 0, 0, 0]
    func walk(_ nodes: [[String: Any]]) {
      for node in nodes {
        counts[0] += 1
        for (index, key) in ["questions", "statements", "evidence"].enumerated() {
          let items = node[key] as? [[String: Any]] ?? []
          counts[index + 1] += items.count
          for item in items { #expect(item["source"] != nil, "\(item)") }
        }
        #expect(node["source"] is [String: Any])
        walk(node["children"] as? [[String: Any]] ?? [])
      }
    }
    walk(framework["criteria"] as? [[String: Any]] ?? [])
    #expect(counts == [criteria, questions, statements, evidence])
  }

  @Test func anUnknownFrameworkNamesTheNearest() throws {
    let outcome = try Program.run(["framework", "show", "emts"])
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("Did you mean “emtss”?"))
  }
}
