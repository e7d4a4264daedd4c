import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@Suite struct FrameworkLibraryTests {
  @Test func `references`() {
    #expect(FrameworkReference("emtss@1.0.0") == .version(id: "emtss", SemanticVersion(1, 0, 0)))
    #expect(FrameworkReference("emtss") == .newest(id: "emtss"))
    #expect(FrameworkReference("./emtss") == .path("./emtss"))
    #expect(FrameworkReference("emtss@1") == .path("emtss@1"))
    #expect(FrameworkReference("a/framework.yaml") == .path("a/framework.yaml"))
  }

  /// Empty frameworks under the given names, in a folder that is removed afterwards.
  private func withFolder(_ names: [String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "waymark-library-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in names {
      let version = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: version, withIntermediateDirectories: true)
      try Data().write(to: version.appendingPathComponent("framework.yaml"))
    }
    try body(folder.path)
  }

  @Test func `newest means the newest that is no pre-release`() throws {
    try withFolder([
      "made-up/1.9.0", "made-up/1.10.0", "made-up/2.0.0-draft.1", "other/1.0.0-a", "Not-One/1.0.0",
      "made-up/x",
    ]) {
      (folder: String) throws in
      let library = FrameworkLibrary(folders: [folder])
      #expect(
        try library.entries().map { "\($0.id)@\($0.version)" } == [
          "made-up@1.9.0", "made-up@1.10.0", "made-up@2.0.0-draft.1", "other@1.0.0-a",
        ])
      #expect(try library.path(of: .newest(id: "made-up")) == "\(folder)/made-up/1.10.0/framework.yaml")
      #expect(try library.path(of: .newest(id: "other")) == "\(folder)/other/1.0.0-a/framework.yaml")
      #expect(
        try library.path(of: FrameworkReference("made-up@1.9.0")) == "\(folder)/made-up/1.9.0/framework.yaml")
    }
  }

  @Test func `the first folder wins`() throws {
    try withFolder(["one/1.0.0"]) { (first: String) throws in
      try withFolder(["one/1.0.0", "one/2.0.0"]) { (second: String) throws in
        let library = FrameworkLibrary(folders: [first, second])
        #expect(
          try library.entries().map(\.path) == [
            "\(first)/one/1.0.0/framework.yaml", "\(second)/one/2.0.0/framework.yaml",
          ])
      }
    }
  }

  @Test func `what is not there is said with what is near`() throws {
    try withFolder(["made-up/1.0.0", "made-up/1.1.0"]) { (folder: String) throws in
      let library = FrameworkLibrary(folders: [folder])
      let misspelt = #expect(throws: Failure.self) { try library.path(of: .newest(id: "made-pu")) }
      #expect(misspelt?.status == .noInput)
      #expect(misspelt?.help == "Did you mean “made-up”?")
      let missing = #expect(throws: Failure.self) {
        try library.path(of: FrameworkReference("made-up@3.0.0"))
      }
      #expect(missing?.help == "There is: made-up@1.0.0, made-up@1.1.0.")
      let nothing = #expect(throws: Failure.self) {
        try FrameworkLibrary(folders: []).path(of: .newest(id: "made-up"))
      }
      #expect(nothing?.status == .noInput)
    }
  }

  @Test func `files at a path`() throws {
    try withFolder(["made-up/1.0.0", "made-up/1.1.0"]) { (folder: String) throws in
      #expect(try FrameworkLibrary.files(at: folder).count == 2)
      #expect(
        try FrameworkLibrary.files(at: "\(folder)/made-up/1.0.0/") == [
          "\(folder)/made-up/1.0.0/framework.yaml"
        ])
      let several = #expect(throws: Failure.self) {
        try FrameworkLibrary(folders: []).path(of: .path(folder))
      }
      #expect(several?.status == .usage)
      let missing = #expect(throws: Failure.self) { try FrameworkLibrary.files(at: "\(folder)/nowhere") }
      #expect(missing?.status == .noInput)
    }
    try withFolder([]) { (folder: String) throws in
      let empty = #expect(throws: Failure.self) { try FrameworkLibrary.files(at: folder) }
      #expect(empty?.status == .noInput)
    }
  }
}
