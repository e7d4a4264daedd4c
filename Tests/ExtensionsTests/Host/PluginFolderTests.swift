import Diagnostics
import Foundation
import Sealing
import Testing

@testable import Extensions

/// The folder of a plugin: what it is called by, and its copy.
@Suite struct PluginFolderTests {
  private let place = Temporary()
  private var folder: String { "\(place.path)/plugin" }

  init() throws {
    try put("plugin.yaml", "id: x")
    try put("main.py", "print()")
    try put("sub/more.py", "")
    try put(".git/config", "x")
    try put("__pycache__/main.pyc", "x")
    try put(".build/release/x", "binary")
  }

  private func put(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test func countsWhatItRuns() throws {
    #expect(
      try PluginFolder(folder, command: ["python3", "main.py"]).files() == [
        "main.py", "plugin.yaml", "sub/more.py",
      ])
    #expect(
      try PluginFolder(folder, command: ["./.build/release/x"]).files()
        == [".build/release/x", "main.py", "plugin.yaml", "sub/more.py"])
  }

  @Test func hasADigest() throws {
    let digest = try PluginDigest.of(folder: folder, command: ["python3", "main.py"])
    let list = """
      [["main.py","\(Digest(ofText: "print()"))"],["plugin.yaml","\(Digest(ofText: "id: x"))"],\
      ["sub/more.py","\(Digest(ofText: ""))"]]
      """
    #expect(digest == Digest(ofText: list))
    try put("__pycache__/other.pyc", "y")
    #expect(try PluginDigest.of(folder: folder, command: ["python3", "main.py"]) == digest)
    try put("sub/more.py", " ")
    #expect(try PluginDigest.of(folder: folder, command: ["python3", "main.py"]) != digest)
  }

  @Test func isCopied() throws {
    let command = ["./.build/release/x"]
    chmod("\(folder)/.build/release/x", 0o755)
    let program = PluginProgram(
      id: "x", version: "1.0.0", hooks: [], folder: folder, command: command,
      digest: try PluginDigest.of(folder: folder, command: command))
    let copy = "\(place.path)/copy"
    try PluginSnapshot.make(of: program, at: copy)
    #expect(try PluginDigest.of(folder: copy, command: command) == program.digest)
    #expect(access("\(copy)/.build/release/x", X_OK) == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(copy)/.git"))
    #expect(
      try PluginCommand.resolve(program, snapshot: copy, folder: "/plugin") == ["/plugin/.build/release/x"])
  }

  @Test(arguments: [
    (["./main.py"], "The plugin “x” cannot run main.py: it is not marked as a program."),
    (["./gone"], "The plugin “x” has no file gone, which its command runs."),
    (["../main.py"], "The plugin “x” wants to run ../main.py, which is not in its folder."),
    (["/tmp/evil"], "The plugin “x” wants to run /tmp/evil, which is not in its folder."),
    (["no-such-program"], "The plugin “x” needs the program no-such-program, which is not installed."),
    ([], "The plugin “x” has no command."),
  ])
  func saysWhatCannotBeRun(command: [String], message: String) throws {
    let program = PluginProgram(
      id: "x", version: "1.0.0", hooks: [], folder: folder, command: command, digest: Digest(ofText: ""))
    let missing = #expect(throws: PluginCommand.Missing.self) {
      try PluginCommand.resolve(program, snapshot: folder, folder: "/plugin")
    }
    #expect(missing?.what == message)
  }

  @Test func looksInItsEnvironmentFirst() throws {
    let environment = "\(place.path)/venv"
    try FileManager.default.createDirectory(atPath: "\(environment)/bin", withIntermediateDirectories: true)
    symlink("/usr/bin/env", "\(environment)/bin/python3")
    try Data("home = /opt/pythons/3.12/bin\n".utf8).write(
      to: URL(fileURLWithPath: "\(environment)/pyvenv.cfg"))
    let program = PluginProgram(
      id: "x", version: "1.0.0", hooks: [], folder: folder, command: ["python3", "main.py"],
      environment: environment,
      digest: Digest(ofText: ""))
    #expect(
      try PluginCommand.resolve(program, snapshot: folder, folder: "/plugin")
        == ["\(environment)/bin/python3", "main.py"])
    // Neither the system's own folder nor one that is not there.
    #expect(PythonEnvironment(path: environment).binds.map(\.target) == [environment])
  }
}

/// A folder that goes with its test.
private final class Temporary {
  let path: String

  init() {
    path = "\(NSTemporaryDirectory())/waymark-folder-\(UUID().uuidString)"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
