import Foundation
import Testing

/// Every command that reads a file, given one that may not be read: the file is named, the way out is
/// permission, and nothing is written.
@Suite(.enabled(if: Unreadable.isPossible, "nothing here can take away the right to read every file"))
struct UnreadableTests {
  /// Registries, libraries and plugins are folders: a file in their place is no question of permission.
  static let commandsOnFiles = BadFileTests.commands.filter { command in
    [
      "--registry @", "--frameworks @", "--plugins @", "--with @", "plugin check @", "plugin test @",
      "plugin run @",
    ]
    .allSatisfy { !command.contains($0) }
  }

  /// A registry's backup is a file: a folder in its place is none either.
  static let commandsOnFolders = BadFileTests.commands.filter { !$0.hasPrefix("registry restore") }

  @Test(arguments: commandsOnFiles) func aFileThatMayNotBeRead(command: String) throws {
    try expectRefusal(command) { folder in
      let path = try folder.write("schema: waymark.framework/1\n", "shut.yaml")
      return Unreadable(path)
    }
  }

  @Test(arguments: commandsOnFolders) func aFolderThatMayNotBeRead(command: String) throws {
    try expectRefusal(command) { folder in
      let path = folder.path("shut")
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      _ = try folder.write("schema: waymark.framework/1\n", "shut/framework.yaml")
      return Unreadable(path)
    }
  }

  private func expectRefusal(_ command: String, _ make: (TemporaryFolder) throws -> Unreadable) throws {
    let folder = try TemporaryFolder()
    let shared = try Shared(in: folder)
    let shut = try make(folder)
    let before = try folder.contents
    let outcome = try Program.run(
      shared.arguments(command, bad: shut.path), in: folder.url, by: Unreadable.reader)
    let said = "\(command): \(outcome.status)\n\(outcome.output)\(outcome.errors)"
    #expect(outcome.status == 66, "\(said)")
    #expect(outcome.errors.contains(shut.path), "\(said)")
    #expect(outcome.errors.contains("may not be read by you"), "\(said)")
    #expect(outcome.errors.contains("Ask its owner for permission."), "\(said)")
    #expect(try folder.contents == before, "\(said)")
  }

  /// What lies in a closed folder below the one named may be what the person meant: it is not passed over.
  @Test(arguments: [
    "framework check @", "framework list --frameworks @", "framework show closed --frameworks @",
    "review check @", "workspace add @ --workspace {workspace}",
    "sample % --frameworks @",
  ])
  func aClosedFolderIsNotPassedOver(command: String) throws {
    let folder = try TemporaryFolder()
    let shared = try Shared(in: folder)
    for name in ["closed/1.0.0", "open/1.0.0"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("all/\(name)"), withIntermediateDirectories: true)
      for file in ["framework.yaml", "review.yaml"] { _ = try folder.write("", "all/\(name)/\(file)") }
    }
    let shut = Unreadable(folder.path("all/closed"))
    let before = try folder.contents
    let outcome = try Program.run(
      shared.arguments(command, bad: folder.path("all")), in: folder.url, by: Unreadable.reader)
    let said = "\(command): \(outcome.status)\n\(outcome.output)\(outcome.errors)"
    #expect(outcome.status == 66, "\(said)")
    #expect(outcome.errors.contains(shut.path), "\(said)")
    #expect(try folder.contents == before, "\(said)")
  }

  /// A registry whose files its owner keeps closed.
  @Test(arguments: ["registry list", "registry verify", "compare --framework emtss"])
  func aRegistryThatMayNotBeRead(command: String) throws {
    let folder = try TemporaryFolder()
    let shared = try Shared(in: folder)
    let shut = Unreadable(shared.registry + "/registry.sqlite")
    let outcome = try Program.run(
      shared.arguments("\(command) --registry {registry}", bad: ""), in: folder.url, by: Unreadable.reader)
    #expect(outcome.status == 66, "\(outcome.errors)")
    #expect(outcome.errors.contains("\(shut.path) may not be read by you"), "\(outcome.errors)")
  }
}

/// A file or folder that nobody may read until this goes.
///
/// Root may read everything. Run by root, the program therefore starts without the two capabilities that
/// allow it (capabilities(7)): root then is an owner like any other, and still finds the binary and what it
/// needs wherever root's own folders hide them.
final class Unreadable {
  let path: String

  init(_ path: String) {
    self.path = path
    chmod(path, 0)
  }

  /// The folder around it must be removable afterwards.
  deinit { chmod(path, 0o700) }

  /// The words before the program's own: nothing where the tests are not root's.
  static let reader: [String] =
    geteuid() == 0
    ? [
      "/usr/bin/setpriv", "--inh-caps=-dac_override,-dac_read_search",
      "--bounding-set=-dac_override,-dac_read_search",
    ] : []

  /// Whether a closed file is closed to that reader, who can start programs otherwise.
  static let isPossible: Bool = {
    guard let folder = try? TemporaryFolder(), let path = try? folder.write("made up", "probe") else {
      return false
    }
    let opened = reads(path)
    let shut = Unreadable(path)
    return opened && !reads(shut.path)
  }()

  private static func reads(_ path: String) -> Bool {
    let words = reader + ["/bin/cat", path]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
