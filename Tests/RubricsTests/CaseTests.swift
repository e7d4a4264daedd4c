import Diagnostics
import Documents
import Foundation
import Rubrics
import Testing

/// Every case beside a framework: `cases/<name>/review.yaml` must score as `expected.yaml` says.
///
/// `WAYMARK_RECORD=1` writes what the reviews score now.
@Suite struct CaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let framework: String
    let folder: String
    var testDescription: String { folder.replacingOccurrences(of: TestFrameworks.root + "/", with: "") }
  }

  static let cases: [Case] = ["Frameworks", "Tests"].flatMap { top -> [Case] in
    let folder = "\(TestFrameworks.root)/\(top)"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("/review.yaml") && $0.contains("/cases/") }.sorted().map { path in
      let review = URL(fileURLWithPath: "\(folder)/\(path)")
      let cases = review.deletingLastPathComponent().deletingLastPathComponent()
      return Case(
        framework: cases.deletingLastPathComponent().appendingPathComponent("framework.yaml").path,
        folder: review.deletingLastPathComponent().path)
    }
  }

  @Test func thereAreCasesForEveryFrameworkOfTheTree() {
    let covered = Set(Self.cases.map(\.framework))
    let frameworks =
      FileManager.default.enumerator(atPath: "\(TestFrameworks.root)/Frameworks")?
      .compactMap { $0 as? String }.filter { $0.hasSuffix("/framework.yaml") } ?? []
    #expect(!frameworks.isEmpty)
    for framework in frameworks {
      #expect(covered.contains("\(TestFrameworks.root)/Frameworks/\(framework)"), "\(framework) has no case")
    }
  }

  @Test(arguments: cases)
  func scoresAsExpected(_ expected: Case) throws {
    let rubric = try TestFrameworks.rubric(at: expected.framework)
    let review = try TestFrameworks.review(at: "\(expected.folder)/review.yaml")
    #expect(review.framework.id.value == rubric.id && review.framework.version.value == rubric.version)
    let text = CaseText.text(of: Scorer.score(review, rubric: rubric))
    let path = "\(expected.folder)/expected.yaml"
    if ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let recorded = try FileReading.source(path)
    #expect(text == String(decoding: recorded.bytes, as: UTF8.self))
    var map = SourceMap()
    var bag = DiagnosticBag()
    _ = DocumentTree(recorded, map.add(recorded), limits: Limits(), into: &bag)
    #expect(!bag.hasErrors, "expected.yaml is YAML")
  }
}
