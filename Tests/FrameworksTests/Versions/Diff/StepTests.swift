import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

@Suite("Steps of versions")
struct StepTests {
  @Test(
    "the lowest version that takes a step",
    arguments: [
      ("1.2.3", VersionStep.patch, "1.2.4"), ("1.2.3", .minor, "1.3.0"), ("1.2.3", .major, "2.0.0"),
      ("0.2.3", .patch, "0.2.4"), ("0.2.3", .minor, "0.2.4"), ("0.2.3", .major, "0.3.0"),
    ])
  func next(version: String, step: VersionStep, wanted: String) throws {
    let version = try #require(SemanticVersion(version))
    let wanted = try #require(SemanticVersion(wanted))
    #expect(step.next(after: version) == wanted)
    #expect(step.isTaken(from: version, to: wanted))
    #expect(step == .patch || !step.isTaken(from: version, to: version))
  }

  @Test("what is on its way to a version takes the step of that version")
  func preRelease() throws {
    let version = SemanticVersion(1, 0, 0)
    #expect(VersionStep.major.isTaken(from: version, to: SemanticVersion(2, 0, 0, preRelease: ["draft"])))
    #expect(!VersionStep.major.isTaken(from: version, to: SemanticVersion(1, 9, 0)))
    #expect(!VersionStep.minor.isTaken(from: version, to: SemanticVersion(1, 0, 9)))
  }

  @Test("every row of the table has an id of its own and its words")
  func rows() {
    let rows = StepTable.rows
    #expect(Set(rows.map(\.id)).count == rows.count)
    for row in rows {
      #expect(!row.what.isEmpty && !row.why.isEmpty)
      #expect(!row.what.hasSuffix(".") && !row.why.hasSuffix("."))
    }
  }

  @Test("every row is shown by a fixture")
  func rowsAreTried() throws {
    let used = Set(try DiffReading.names.flatMap { try DiffReading($0).diff.changes.map(\.rowID) })
    #expect(Set(StepTable.rows.map(\.id)).subtracting(used).sorted() == [])
  }

  @Test("the guide has the table")
  func guide() throws {
    let file = Repository.root.appendingPathComponent("docs/guide/versions.md")
    let text = String(decoding: try Repository.bytes(file), as: UTF8.self)
    let wanted = "\(StepPage.start)\n\n\(StepPage.markdown)\n\n\(StepPage.end)"
    if Repository.isRecording, let start = text.range(of: StepPage.start),
      let end = text.range(of: StepPage.end)
    {
      let written = text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: wanted)
      try Data(written.utf8).write(to: file)
      return
    }
    #expect(text.contains(wanted), "record it with WAYMARK_RECORD=1")
  }
}
