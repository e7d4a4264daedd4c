import Foundation
import TestSupport
import Testing

/// What tests of plugins need of this machine.
enum PluginTools {
  static let why: Comment =
    "bubblewrap is missing or may not make namespaces here; `make plugins` installs it"

  /// Whether programs can be put into a sandbox here.
  static let canRun: Bool = {
    let outcome = try? Program.run(["plugin", "test", "hello"])
    return outcome.map { $0.status == 0 || $0.status == 1 } ?? false
  }()

  /// Whether the packages of a plugin are installed.
  static func isReady(_ plugin: String) -> Bool {
    canRun
      && FileManager.default.fileExists(
        atPath: Repository.root.appending(path: "Plugins/.environments/\(plugin)/installed").path)
  }
}
