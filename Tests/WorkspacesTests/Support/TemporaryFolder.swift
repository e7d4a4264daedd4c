import Foundation

/// A folder that goes when the test is done with it.
final class TemporaryFolder: Sendable {
  let path: String

  /// - Parameter isInMemory: where the system has a folder in memory, there: for many files that nobody keeps.
  init(isInMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let home = isInMemory && access(memory, W_OK | X_OK) == 0 ? memory + "/" : NSTemporaryDirectory()
    path = home + "waymark-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// What is in it, by name.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
