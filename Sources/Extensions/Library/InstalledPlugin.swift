import Diagnostics
import Documents
import Foundation
import Hooks
import Reviews
import Sealing

/// A plugin that was found, read and checked.
public struct InstalledPlugin: Sendable {
  public let manifest: PluginManifest
  public let folder: String
  /// Of its files, as they were when it was checked.
  public let digest: Digest
  /// How it is started; `nil` for a pack.
  public let program: PluginProgram?

  public var id: String { manifest.id.value }

  /// `xlsx@1.0.0`.
  public var reference: String { "\(id)@\(manifest.version.value)" }

  public func stamp(isUnsandboxed: Bool = false) -> PluginStamp {
    PluginStamp(id: id, version: manifest.version.value, digest: digest, isUnsandboxed: isUnsandboxed)
  }

  /// What it answers of one hook.
  public func provides(_ hook: HookName) -> [PluginManifest.Provided] {
    manifest.provides.filter { $0.hook == hook }
  }

  /// - Parameters:
  ///   - environments: the folder with the environments that were installed for plugins.
  ///   - libraries: folders that Waymark brings along for programs.
  /// - Throws: `noInput` where a file may not be read.
  init(
    _ manifest: PluginManifest, in folder: String, environments: String, libraries: [String]
  ) throws(Failure) {
    self.manifest = manifest
    self.folder = folder
    let command = manifest.program?.command.map(\.value) ?? []
    digest = try PluginDigest.of(folder: folder, command: command)
    guard let declared = manifest.program else {
      program = nil
      return
    }
    var environment: String?
    if declared.environment != nil {
      let path = Self.whole("\(environments)/\(manifest.id.value)")
      if FileManager.default.fileExists(atPath: path) { environment = path }
    }
    program = PluginProgram(
      id: manifest.id.value, version: manifest.version.value.description,
      protocol: manifest.protocolVersion.value,
      hooks: Set(manifest.provides.map(\.hook.rawValue)).sorted(), folder: Self.whole(folder),
      command: command,
      environment: environment, libraries: libraries.map(Self.whole), digest: digest,
      limits: Self.limits(manifest))
  }

  /// Inside a sandbox, nothing leads on from here.
  private static func whole(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// What it asks for, as far as one of its hooks allows it.
  private static func limits(_ manifest: PluginManifest) -> PluginLimits {
    let usual = PluginLimits.usual
    let asked = manifest.limits
    let hooks = manifest.provides.compactMap { Hooks.declaration($0.hook)?.limits }
    func least(_ asked: Int?, _ usual: Int, _ allowed: [Int]) -> Int {
      min(asked ?? usual, allowed.max() ?? usual)
    }
    return PluginLimits(
      time: least(asked?.time, usual.time, hooks.map(\.time)), memory: asked?.memory ?? usual.memory,
      processes: asked?.processes ?? usual.processes,
      message: least(asked?.message, usual.message, hooks.map(\.message)),
      folder: least(asked?.folder, usual.folder, hooks.map(\.folder)))
  }

  /// What must be installed before it can run; `nil` where nothing is missing.
  public var missingEnvironment: Failure? {
    guard let declared = manifest.program, declared.environment != nil, program?.environment == nil else {
      return nil
    }
    return Failure(
      .unavailable, "The packages that the plugin “\(id)” needs are not installed.",
      help: "Install them with: make plugins")
  }
}
