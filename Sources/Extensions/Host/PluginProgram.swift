import Sealing

/// A plugin's program, as its checked `plugin.yaml` describes it.
public struct PluginProgram: Sendable, Hashable {
  public var id: String
  public var version: String
  /// The version of the protocol that it speaks.
  public var `protocol`: Int
  /// Every hook that it declares.
  public var hooks: [String]
  /// The plugin's folder.
  public var folder: String
  /// The program and its arguments; see `PluginCommand`.
  public var command: [String]
  /// The Python environment made for it, if it has one.
  public var environment: String?
  /// Folders of Waymark's own that the program may import from: the SDK.
  public var libraries: [String]
  /// What the folder held when it was checked (`PluginDigest`).
  public var digest: Digest
  public var limits: PluginLimits

  public init(
    id: String, version: String, protocol: Int = 1, hooks: [String], folder: String, command: [String],
    environment: String? = nil, libraries: [String] = [], digest: Digest, limits: PluginLimits = .usual
  ) {
    self.id = id
    self.version = version
    self.protocol = `protocol`
    self.hooks = hooks
    self.folder = folder
    self.command = command
    self.environment = environment
    self.libraries = libraries
    self.digest = digest
    self.limits = limits
  }
}

/// What a plugin may use. What holds each of them is told in `ResourceLimits`.
public struct PluginLimits: Sendable, Hashable {
  /// Seconds that a call may take.
  public var time: Int
  /// MiB of memory.
  public var memory: Int
  /// How many processes and threads.
  public var processes: Int
  /// MiB of one message.
  public var message: Int
  /// MiB of files in the private folder.
  public var folder: Int

  /// 30 s, 512 MiB, 16 processes, messages of 32 MiB and 64 MiB of files.
  public static let usual = PluginLimits(time: 30, memory: 512, processes: 16, message: 32, folder: 64)

  public init(time: Int, memory: Int, processes: Int, message: Int, folder: Int) {
    self.time = time
    self.memory = memory
    self.processes = processes
    self.message = message
    self.folder = folder
  }
}
