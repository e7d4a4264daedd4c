import Diagnostics
import Foundation
import Frameworks
import TestSupport
import Testing

/// Every mistake of a file of texts has a folder with one that makes it, and with what Waymark says about it.
@Suite struct BrokenTextsTests {
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: MadeUpTexts.folder.path)) ?? [])
    .filter { !$0.hasSuffix(".yaml") }.sorted()

  @Test(arguments: names) func `says what was recorded`(name: String) throws {
    let folder = MadeUpTexts.folder.appendingPathComponent(name)
    let input = folder.appendingPathComponent("framework.cy.yaml")
    let (texts, codes, report) = try MadeUpTexts()
      .read(String(decoding: try Repository.bytes(input), as: UTF8.self))
    let expected = folder.appendingPathComponent("expected.txt")
    if Repository.isRecording { try Data(report.utf8).write(to: expected) }
    #expect(report == String(decoding: try Repository.bytes(expected), as: UTF8.self))
    #expect(codes.contains(name))
    #expect((texts == nil) == report.contains("error["))
  }

  @Test func `every code has a fixture`() {
    let wanted = Set(TextsCodes.all.map(\.id)).union(["empty-value", "duplicate-key", "not-an-address"])
    #expect(wanted.sorted() == Self.names)
  }

  @Test func `codes are those of no other mistake`() {
    let others = Set(DiagnosticCatalogue.all.map(\.id))
    for code in TextsCodes.all {
      #expect(!others.contains(code.id) && code.summary.hasSuffix(".") && code.advice.hasSuffix("."))
    }
  }

  @Test func `what is missing is listed at the originals`() throws {
    let made = try MadeUpTexts()
    let all = made.read(MadeUpTexts.file(""), listsMissing: true)
    #expect(all.codes == Array(repeating: "texts-missing", count: made.target.texts.count))
    #expect(all.report.contains("framework.yaml:4:") || all.report.contains("framework.yaml:5:"))
  }

  @Test func `a sample need not be complete`() throws {
    let sample = MadeUpTexts.file("").replacingOccurrences(of: "texts:", with: "sample: true\ntexts:")
    #expect(try MadeUpTexts().read(sample).codes.isEmpty)
  }
}
