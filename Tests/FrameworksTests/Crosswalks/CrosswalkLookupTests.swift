import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@Suite struct CrosswalkLookupTests {
  private func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "waymark-crosswalks-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      let url = folder.appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
    }
    try body(folder.path)
  }

  private let a = FrameworkIdentity(id: "a", version: SemanticVersion(1, 0, 0))
  private let b = FrameworkIdentity(id: "b", version: SemanticVersion(2, 0, 0))

  @Test func `found beside either framework, the way asked for first`() throws {
    try withFolder(["a/1.0.0/crosswalks/b-2.0.0.yaml", "b/2.0.0/framework.yaml"]) {
      (folder: String) throws in
      let library = FrameworkLibrary(folders: [folder])
      let path = "\(folder)/a/1.0.0/crosswalks/b-2.0.0.yaml"
      #expect(try library.crosswalk(from: a, to: b)?.path == path)
      #expect(try library.crosswalk(from: a, to: b)?.isInverted == false)
      #expect(try library.crosswalk(from: b, to: a)?.path == path)
      #expect(try library.crosswalk(from: b, to: a)?.isInverted == true)
      let other = FrameworkIdentity(id: "b", version: SemanticVersion(2, 1, 0))
      #expect(try library.crosswalk(from: a, to: other) == nil)
    }
  }

  @Test func `all crosswalks below a folder`() throws {
    try withFolder([
      "a/1.0.0/crosswalks/b-2.0.0.yaml", "a/1.0.0/framework.yaml", "a/1.0.0/crosswalks/note.md",
    ]) { (folder: String) throws in
      let path = "\(folder)/a/1.0.0/crosswalks/b-2.0.0.yaml"
      #expect(try FrameworkLibrary.crosswalkFiles(at: folder) == [path])
      #expect(try FrameworkLibrary.crosswalkFiles(at: "\(folder)/a/1.0.0/crosswalks") == [path])
      #expect(try FrameworkLibrary.crosswalkFiles(at: path) == [path])
    }
    try withFolder(["a/1.0.0/framework.yaml"]) { (folder: String) throws in
      #expect(throws: Failure.self) { try FrameworkLibrary.crosswalkFiles(at: folder) }
    }
  }
}
