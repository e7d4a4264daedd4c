import Foundation
import TestSupport
import Testing

/// The plugins' own tests, as their authors run them.
@Suite struct PluginProgramTests {
  private static let plugins = Repository.root.appending(path: "Plugins")

  /// The folders with tests in Python, the library's own first.
  static let folders: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: plugins.path)) ?? []
    return (["sdk/python"] + names.sorted()).filter { name in
      let tests = plugins.appending(path: "\(name)/tests").path
      return (try? FileManager.default.contentsOfDirectory(atPath: tests))?.contains { $0.hasPrefix("test_") }
        ?? false
    }
  }()

  @Test func thereAreSome() { #expect(Self.folders.count >= 5) }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/env"), "no env"), arguments: folders)
  func itsOwnTestsPass(plugin: String) throws {
    let environment = Self.plugins.appending(path: ".environments/\(plugin)/bin/python3").path
    let manifest = try? String(
      contentsOf: Self.plugins.appending(path: "\(plugin)/plugin.yaml"), encoding: .utf8)
    let needsPackages = manifest?.contains("environment: python") ?? false
    if needsPackages, !FileManager.default.isExecutableFile(atPath: environment) {
      return withKnownIssue(
        "the packages of \(plugin) are not installed (make plugins)", isIntermittent: true
      ) {}
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      needsPackages ? environment : "python3", "-m", "unittest", "discover", "-s", "tests",
    ]
    process.currentDirectoryURL = Self.plugins.appending(path: plugin)
    var variables = ProcessInfo.processInfo.environment
    variables["PYTHONPATH"] = Self.plugins.appending(path: "sdk/python").path
    variables["PYTHONDONTWRITEBYTECODE"] = "1"
    variables["WAYMARK_BINARY"] = Program.binary.path
    variables["WAYMARK"] = Program.binary.path
    process.environment = variables
    let scratch = try TemporaryFolder()
    let file = URL(fileURLWithPath: try scratch.write("", "output"))
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(plugin):\n\(said.suffix(4_000))")
    #expect(said.contains("\nRan "), "\(said)")
  }
}
