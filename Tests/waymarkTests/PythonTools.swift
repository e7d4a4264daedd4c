import Foundation
import TestSupport

/// The Python environment that `make test` sets up for checks by other people's tools.
enum PythonTools {
  static var python: URL? {
    let path = Repository.root.appendingPathComponent(".build-python/bin/python")
    return FileManager.default.isExecutableFile(atPath: path.path) ? path : nil
  }

  static var isThere: Bool { python != nil }

  /// Whether OpenDP is among the packages; an environment from before it was does without.
  static let canDrawNoise: Bool = isThere && (try? run(["-c", "import opendp.prelude"]).status) == 0

  static var canOpenPages: Bool {
    isThere
      && ["chromium", "chromium-browser", "google-chrome"].contains { name in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
          .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
      }
  }

  /// Runs a script; `-c` and the code, or a file and its arguments.
  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    guard let python else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = python
    process.arguments = arguments
    let scratch = try TemporaryFolder()
    let file = URL(fileURLWithPath: try scratch.write("", "output"))
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
