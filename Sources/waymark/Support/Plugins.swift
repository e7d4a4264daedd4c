import Diagnostics
import Documents
import Extensions
import Frameworks
import Hooks
import Reviews
import Rubrics
import Synchronization

/// The plugins of this run of Waymark: found and started when they are first needed, ended with it.
final class Plugins: Sendable {
  let library: PluginLibrary
  private let isUnsandboxed: Bool
  /// Whose reviews plugins see, so that no process ever sees those of two.
  private let workspace: String?
  private let host = Mutex<PluginHost?>(nil)
  private let loaded = Mutex<[String: InstalledPlugin]>([:])

  init(_ options: PluginOptions, workspace: String? = nil) {
    library = options.library
    isUnsandboxed = options.isUnsandboxed
    self.workspace = workspace
  }

  /// A plugin by id or path, checked.
  ///
  /// - Throws: `noInput` where there is none; `badData` where its `plugin.yaml` has mistakes, which are printed.
  func load(_ reference: String) throws(Failure) -> InstalledPlugin {
    if let plugin = loaded.withLock({ $0[reference] }) { return plugin }
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let plugin = try library.load(try library.entry(reference), &sources, into: &bag) else {
      Console.note(TextPrinter.print(bag, sources))
      throw Failure(
        .badData, "The plugin “\(reference)” cannot be used: its plugin.yaml has mistakes.",
        help: "See them with: waymark plugin check \(reference)")
    }
    loaded.withLock { $0[reference] = plugin }
    return plugin
  }

  /// Every plugin that can be used. One that cannot is told of and left out, so that it costs nobody else.
  func all() throws(Failure) -> [InstalledPlugin] {
    var plugins: [InstalledPlugin] = []
    for entry in try library.entries() {
      do throws(Failure) { plugins.append(try load(entry.id)) } catch {
        Console.note("Left out: \(error.message) \(error.help)")
      }
    }
    return plugins
  }

  /// Asks a plugin; its process is started by the first call.
  func calls(_ plugin: InstalledPlugin) -> PluginCalls {
    PluginCalls(plugin.stamp(isUnsandboxed: isUnsandboxed)) { [self] method, params, files in
      try call(plugin, method, params, files)
    }
  }

  func call(
    _ plugin: InstalledPlugin, _ method: String, _ params: PluginParams, _ files: [CallFile] = []
  ) throws -> PluginAnswer {
    guard let program = plugin.program else {
      throw Failure(.usage, "“\(plugin.id)” is a pack of data, which answers nothing.")
    }
    if let missing = plugin.missingEnvironment { throw missing }
    let host = try running()
    do throws(PluginFailure) {
      return try host.call(program, workspace: workspace, method, params: params, files: files)
    } catch {
      throw Self.failure(error)
    }
  }

  /// Ends every plugin's process, and removes what it left.
  func close() {
    host.withLock {
      $0?.close(); $0 = nil
    }
  }

  /// Ends every plugin's process of this run.
  static func closeAll() { for host in started.withLock({ $0 }) { host.close() } }

  private static let started = Mutex<[PluginHost]>([])

  private func running() throws -> PluginHost {
    try host.withLock { host in
      if let host { return host }
      let sandbox = isUnsandboxed ? Sandbox.unsandboxed : try Sandbox.probe()
      if let warning = sandbox.warning { Console.note(warning) }
      let started = PluginHost(sandbox: sandbox, waymark: Waymark.version) { Console.show($1, from: $0) }
      host = started
      Self.started.withLock { $0.append(started) }
      return started
    }
  }

  /// What a plugin said of a person's file is the person's to read; the rest is about the plugin.
  private static func failure(_ failure: PluginFailure) -> any Error {
    guard case .answered(let error) = failure.kind, !error.mistakes.isEmpty else { return failure.failure }
    let lines = error.mistakes.map { HookMistake(json: $0).line }
    return Failure(
      .badData, "The plugin “\(failure.plugin)” cannot use this file.", help: lines.joined(separator: "\n  "))
  }
}

extension Plugins {
  /// Waymark's aggregations and those of plugins, which are loaded when a framework names them.
  var aggregations: AggregationSource {
    AggregationSource(
      ofPlugin: { [self] id, name in
        catalogue(of: id)?.aggregationSource.find(name, of: id) ?? .shortfall(.pluginMissing(id))
      },
      stamp: { [self] in (try? load($0)).map { calls($0).stamp } })
  }

  private func catalogue(of id: String) -> HookCatalogue? {
    guard let plugin = try? load(id) else { return nil }
    var catalogue = HookCatalogue()
    catalogue.add(plugin, calls(plugin))
    return catalogue
  }

  /// The one that answers a hook for a format or name: a part of Waymark, else a plugin.
  func provider<Request, Answer>(
    _ providers: WritableKeyPath<HookCatalogue, HookProviders<Request, Answer>>, _ key: String,
    from plugin: String? = nil
  ) throws(Failure) -> HookProvider<Request, Answer> {
    var catalogue = HookCatalogue.builtIn
    if plugin == nil, catalogue[keyPath: providers].all.contains(where: { $0.key == key }) {
      return try catalogue[keyPath: providers].named(key)
    }
    let hook = catalogue[keyPath: providers].hook.name
    let installed: [InstalledPlugin]
    if let plugin { installed = [try load(plugin)] } else { installed = try all() }
    for found in installed where !found.provides(hook).isEmpty { catalogue.add(found, calls(found)) }
    return try catalogue[keyPath: providers].named(key, from: plugin)
  }

  /// The one that reads files of this name, by its ending; `nil` where there is none.
  func reader<Answer>(
    _ providers: WritableKeyPath<HookCatalogue, HookProviders<ImportRequest, Answer>>, of file: String
  ) throws(Failure) -> HookProvider<ImportRequest, Answer>? {
    var catalogue = HookCatalogue.builtIn
    if let own = catalogue[keyPath: providers].forFile(file) { return own }
    let hook = catalogue[keyPath: providers].hook.name
    for found in try all() where !found.provides(hook).isEmpty { catalogue.add(found, calls(found)) }
    return catalogue[keyPath: providers].forFile(file)
  }
}

extension Console {
  /// What a plugin says beside its answers.
  static func show(_ message: PluginMessage, from plugin: String) {
    switch message {
    case .log(.info, let text): note("  \(plugin): \(text)")
    case .log(let level, let text): note("  \(plugin) (\(level.rawValue)): \(text)")
    case .standardError(let line): note("  \(plugin): \(line)")
    case .progress(let done, let of, let message):
      guard isInteractive else { return }
      let part = done.map { done in of.map { "\(Int(done)) of \(Int($0))" } ?? "\(Int(done))" }
      note("  \(plugin): \([part, message].compactMap(\.self).joined(separator: ", "))")
    }
  }

  /// What does not carry over, and which plugin it went through.
  static func tell(_ lost: [HookLoss], _ through: PluginStamp?) {
    for loss in lost { note("  Not carried over\(loss.place.map { " (\($0))" } ?? ""): \(loss.what)") }
    if let through { note("Through \(through.words).") }
  }
}

extension HookMistake {
  /// On one line, for a person.
  var line: String {
    "\(severity.rawValue): \(place.map { "\($0): " } ?? "")\(message)\(help.map { " \($0)" } ?? "")"
  }
}
