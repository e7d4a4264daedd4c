import Foundation
import Testing

@testable import Diagnostics

/// The shape that SARIF 2.1.0 asks for: sections 3.13 (log), 3.14 (run), 3.27 (result), 3.30 (region).
@Suite struct SARIFPrinterTests {
  private func run(_ bag: DiagnosticBag, _ sources: SourceMap) throws -> [String: Any] {
    let data = Data(try SARIFPrinter.print(bag, sources, version: "1.2.3").utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    try #require(runs.count == 1)
    return runs[0]
  }

  @Test func `a log`() throws {
    var marked = Marked("a: ⟦b⟧ 😀⟦c⟧\n", path: "a folder/b#1.yaml")
    marked.bag.report(Diagnostic(Marked.warning, "Doubtful.", at: nil, path: "p.yaml"))
    let run = try run(marked.bag, marked.sources)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "waymark" && driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["made-up", "made-up-warning"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["warning", "error", "error"])
    for result in results {
      let rule = rules[try #require(result["ruleIndex"] as? Int)]
      #expect(rule["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] is String)
    }
    let place = try #require(location(results[2]))
    #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "a%20folder/b%231.yaml")
    #expect(
      place["region"] as? [String: Int] == ["startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 8])
    #expect(location(results[0])?["region"] == nil)
  }

  private func location(_ result: [String: Any]) -> [String: Any]? {
    (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
  }

  @Test func `no mistakes are a run without results`() throws {
    #expect((try run(DiagnosticBag(), SourceMap())["results"] as? [Any])?.isEmpty == true)
  }
}
