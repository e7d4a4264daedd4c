import Diagnostics
import Documents
import Foundation
import Rubrics
import TestSupport
import Testing

/// Every case beside a framework: what comes of `cases/<name>/` must be what its `expected.yaml` says.
///
/// `WAYMARK_RECORD=1` writes what comes of them now, as `waymark framework test --record` does.
@Suite struct CaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let framework: String
    let folder: String
    var testDescription: String { folder.replacingOccurrences(of: Repository.root.path + "/", with: "") }
  }

  static let cases: [Case] = frameworks.flatMap { framework -> [Case] in
    let cases = URL(fileURLWithPath: framework).deletingLastPathComponent().appendingPathComponent("cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
    return names.sorted().map {
      Case(framework: framework, folder: cases.appendingPathComponent($0).path)
    }
  }

  static let frameworks: [String] = ["Frameworks", "Tests/FrameworksTests/Fixtures/three-levels"].flatMap {
    top in
    let folder = "\(Repository.root.path)/\(top)"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("framework.yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `every framework of the tree has at least five cases`() {
    let shipped = Self.frameworks.filter { $0.hasPrefix("\(Repository.root.path)/Frameworks/") }
    #expect(shipped.count >= 8)
    for framework in shipped {
      #expect(Self.cases.count { $0.framework == framework } >= 5, "\(framework)")
    }
  }

  @Test(arguments: cases)
  func `comes out as expected`(_ expected: Case) throws {
    let runner = CaseRunner(
      try TestFrameworks.rubric(at: expected.framework), today: try #require(Day("2026-07-31")))
    let folder = try #require(try CaseFolder(expected.folder))
    let text = try runner.run(folder)
    if Repository.isRecording {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.expectation))
    }
    let recorded = try FileReading.source(folder.expectation)
    let difference = LineDifference(expected: String(decoding: recorded.bytes, as: UTF8.self), found: text)
    #expect(difference.isEmpty, "\n\(difference.text)")
    var map = SourceMap()
    var bag = DiagnosticBag()
    _ = DocumentTree(recorded, map.add(recorded), limits: Limits(), into: &bag)
    #expect(!bag.hasErrors, "expected.yaml is YAML")
  }

  @Test func `differences show what was expected and what was found`() {
    let difference = LineDifference(expected: "a\nb\nc\nd\ne\nf", found: "a\nb\nC\nd\ne\nf\ng")
    #expect(!difference.isEmpty)
    #expect(difference.text == "    a\n    b\n  - c\n  + C\n    d\n    e\n    f\n  + g")
    #expect(LineDifference(expected: "a\n", found: "a\n").isEmpty)
  }
}
