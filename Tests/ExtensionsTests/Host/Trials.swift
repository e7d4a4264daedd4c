import Diagnostics
import Extensions
import Foundation
import Synchronization
import TestSupport
import Testing

/// Programs that misbehave, made into plugins, and a host that calls them.
final class Trials: Sendable {
  let host: PluginHost
  let folder: String
  private let heard: Heard

  /// The sandbox of this machine; `nil` where it has none, and then `missing` says why.
  static let sandbox: Sandbox? = try? Sandbox.probe()
  static let missing: Comment = {
    do throws(Failure) {
      _ = try Sandbox.probe()
      return "bubblewrap works"
    } catch {
      return Comment(rawValue: error.description)
    }
  }()

  /// The same sandbox without control groups, as most users have it.
  static var withoutGroups: Sandbox? {
    guard case .bubblewrap(var bubblewrap) = sandbox else { return nil }
    bubblewrap.usesControlGroups = false
    return .bubblewrap(bubblewrap)
  }

  init(_ sandbox: Sandbox? = Trials.sandbox) throws {
    let heard = Heard()
    host = PluginHost(sandbox: try #require(sandbox), waymark: "0.1.0") { _, message in heard.add(message) }
    self.heard = heard
    let parent = ProcessInfo.processInfo.environment["WAYMARK_TRIALS"] ?? "/tmp"
    var template = Array("\(parent)/waymark-trials-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
    chmod(folder, 0o755)
  }

  deinit {
    host.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private final class Heard: Sendable {
    private let messages = Mutex<[PluginMessage]>([])
    func add(_ message: PluginMessage) { messages.withLock { $0.append(message) } }
    func take() -> [PluginMessage] {
      messages.withLock { messages in
        defer { messages = [] }
        return messages
      }
    }
  }

  /// What plugins said since this was last asked.
  var messages: [PluginMessage] { heard.take() }

  /// One of the programs beside `Hostile` as a plugin.
  func plugin(
    _ name: String, arguments: [String] = [], limits: PluginLimits = .small, hooks: [String] = ["check"]
  ) throws -> PluginProgram {
    let plugin = "\(folder)/\(name)"
    if !FileManager.default.fileExists(atPath: plugin) {
      try FileManager.default.createDirectory(atPath: plugin, withIntermediateDirectories: true)
      for file in ["\(name).py", "wire.py"] {
        try FileManager.default.copyItem(
          at: Self.programs.appendingPathComponent(file), to: URL(fileURLWithPath: "\(plugin)/\(file)"))
      }
    }
    let command = ["python3", "\(name).py"] + arguments
    return PluginProgram(
      id: name, version: "1.0.0", hooks: hooks, folder: plugin, command: command,
      digest: try PluginDigest.of(folder: plugin, command: command), limits: limits)
  }

  static let programs = Repository.tests.appendingPathComponent("ExtensionsTests/Hostile/Programs")
}

extension PluginLimits {
  /// Small ones, so that a test that reaches them is soon over.
  static let small = PluginLimits(time: 20, memory: 96, processes: 12, message: 4, folder: 4)
}

/// Tests in the sandbox of this machine, one after the other, since they measure and fill it.
@Suite(.serialized, .enabled(if: Trials.sandbox != nil, Trials.missing))
struct SandboxedTests {}
