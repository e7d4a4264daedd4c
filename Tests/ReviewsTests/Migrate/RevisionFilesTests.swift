import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@testable import Reviews

/// Files of a migration: all of them or none, and under which names.
@Suite struct RevisionFilesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "waymark-revisions-\(UUID().uuidString)")

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  private func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  @Test func `what was written is taken back where a later file cannot be`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: folder.appending(path: "one.yaml"))
    let failure = #expect(throws: Failure.self) {
      try RevisionFiles.write([
        RevisionFiles.Revision(path: path("one.yaml"), text: "new", backup: path("one.bak")),
        RevisionFiles.Revision(path: path("two.yaml"), text: "new"),
        RevisionFiles.Revision(path: path("no-such-folder/three.yaml"), text: "new"),
      ])
    }
    #expect(failure?.status == .cannotWrite)
    #expect(try contents() == ["one.yaml"])
    #expect(try String(contentsOf: folder.appending(path: "one.yaml"), encoding: .utf8) == "old")
  }

  @Test func `a file that vanished meanwhile stops all`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: Failure.self) {
      try RevisionFiles.write([
        RevisionFiles.Revision(path: path("one.yaml"), text: "new"),
        RevisionFiles.Revision(path: path("gone.yaml"), text: "new", backup: path("gone.bak")),
      ])
    }
    #expect(try contents().isEmpty)
  }

  @Test(arguments: [
    ("hill.yaml", "spp", "1.0.0", "spp", "2.0.0", "hill-2.0.0.yaml"),
    ("a.b/hill.CSV", "spp", "1.0.0", "spp", "2.0.0", "a.b/hill-2.0.0.yaml"),
    ("hill-2.0.0.yaml", "spp", "2.0.0", "spp", "1.0.0", "hill-1.0.0.yaml"),
    ("hill-2.0.0.yml", "spp", "2.0.0", "south", "1.0.0", "hill-south-1.0.0.yaml"),
    ("hill-south-1.0.0.yaml", "south", "1.0.0", "spp", "2.0.0", "hill-spp-2.0.0.yaml"),
    ("plain", "spp", "1.0.0", "spp", "2.0.0", "plain-2.0.0.yaml"),
  ])
  func `names say which version`(
    _ path: String, _ from: String, _ version: String, _ to: String, _ newer: String, _ expected: String
  ) throws {
    let origin = FrameworkIdentity(id: from, version: try #require(SemanticVersion(version)))
    let target = FrameworkIdentity(id: to, version: try #require(SemanticVersion(newer)))
    #expect(RevisionName.of(path, from: origin, to: target) == expected)
  }
}
