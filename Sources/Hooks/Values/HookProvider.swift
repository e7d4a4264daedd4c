import Diagnostics
import Reviews

/// One that answers a hook: a part of Waymark, or a plugin.
public struct HookProvider<Request: Sendable, Answer: Sendable>: Sendable {
  /// The format, or the name of the figure, check or analysis, by which a person asks for it.
  public let key: String
  public let title: String
  /// Of the files that it reads or writes, without the dot.
  public let fileExtension: String?
  /// `nil` for a part of Waymark.
  public let through: PluginStamp?
  public let run: @Sendable (Request) throws -> Answer

  public init(
    _ key: String, title: String, fileExtension: String? = nil, through: PluginStamp? = nil,
    run: @escaping @Sendable (Request) throws -> Answer
  ) {
    self.key = key
    self.title = title
    self.fileExtension = fileExtension
    self.through = through
    self.run = run
  }
}

/// Those who answer one hook.
public struct HookProviders<Request: Sendable, Answer: Sendable>: Sendable {
  public let hook: Hook<Request, Answer>
  public private(set) var all: [HookProvider<Request, Answer>]

  public init(_ hook: Hook<Request, Answer>, _ all: [HookProvider<Request, Answer>] = []) {
    self.hook = hook
    self.all = all
  }

  public mutating func add(_ providers: [HookProvider<Request, Answer>]) { all += providers }

  /// The one that a person asks for.
  ///
  /// - Parameter plugin: the plugin's id, where several answer to one key.
  /// - Throws: `usage` where there is none, with what there is; or where several would do.
  public func named(_ key: String, from plugin: String? = nil) throws(Failure) -> HookProvider<
    Request, Answer
  > {
    let fitting = all.filter { $0.key == key && (plugin == nil || $0.through?.id == plugin) }
    if let only = fitting.first, fitting.count == 1 { return only }
    if let own = fitting.first(where: { $0.through == nil }), plugin == nil { return own }
    if fitting.count > 1 {
      let plugins = fitting.compactMap { $0.through?.id }.joined(separator: ", ")
      throw Failure(
        .usage, "Several plugins offer “\(key)”: \(plugins).", help: "Say which one with --plugin.")
    }
    let what = hook.name.isByFormat ? "format" : "name"
    let known = all.map(\.key).sorted().joined(separator: ", ")
    let near = NearestName.of(key, among: all.map(\.key)).map { "Did you mean “\($0)”? " } ?? ""
    throw Failure(
      .usage, "Nothing here answers \(hook.name.rawValue) for the \(what) “\(key)”.",
      help: near + (known.isEmpty ? "See what there is with: waymark plugin list" : "There is: \(known)."))
  }

  /// The one for a file of this name, by its ending.
  public func forFile(_ name: String) -> HookProvider<Request, Answer>? {
    all.first { provider in
      provider.fileExtension.map { name.lowercased().hasSuffix("." + $0) } ?? false
    }
  }
}
