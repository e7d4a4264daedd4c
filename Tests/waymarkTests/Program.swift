import Foundation
import TestSupport

/// The real binary, as the tests' build made it.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static var binary: URL {
    if let named = ProcessInfo.processInfo.environment["WAYMARK_BINARY"] {
      return URL(fileURLWithPath: named)
    }
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("waymark")
  }

  /// Runs it in a folder; the standard input is empty unless given.
  ///
  /// - Parameters:
  ///   - starter: a program that starts it, with that program's own arguments.
  ///   - frameworks: where frameworks are; `nil` for the usual places.
  static func run(
    _ arguments: [String], in folder: URL = Repository.root, by starter: [String] = [], input: String = "",
    today: String = "2026-03-01",
    frameworks: String? = Repository.root.appendingPathComponent("Frameworks").path
  ) throws -> Outcome {
    let words = starter + [binary.path] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["WAYMARK_TODAY"] = today
    environment["WAYMARK_FRAMEWORKS"] = frameworks
    process.environment = environment
    // Files instead of pipes: a full pipe would stop a talkative program.
    let scratch = try TemporaryFolder()
    let files = ["in", "out", "err"].map { scratch.url.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

/// A folder that goes when its last user does.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("waymark-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// The names of what lies in it, sorted.
  var contents: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
