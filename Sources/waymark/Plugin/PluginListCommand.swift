import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Hooks
import Reporting
import Sealing

/// `waymark plugin list`
struct PluginListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plugins that are here, and what answers each hook.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var options: PluginOptions

  func run() throws {
    let plugins = Plugins(options)
    let entries = try plugins.library.entries()
    let found = entries.map { entry in (entry, try? plugins.library.quietly(entry)) }
    switch format {
    case .json: try Console.print(JSONValue.array(found.map { Self.json($0.0, $0.1) }).prettyText() + "\n")
    case .text:
      if found.isEmpty, !options.folders.isEmpty {
        throw Failure(
          .noInput, "No plugins were found in: \(options.folders.joined(separator: ", ")).",
          help: "Start one with: waymark plugin new ID --language python")
      }
      if found.isEmpty {
        return try Console.print(
          "No plugins were found in: \(plugins.library.folders.joined(separator: ", ")).\n"
            + "Start one with: waymark plugin new ID --language python\n")
      }
      try Console.print(found.map { Self.text($0.0, $0.1) }.joined(separator: "\n"))
    }
  }

  private static func text(_ entry: PluginLibrary.Entry, _ plugin: InstalledPlugin?) -> String {
    guard let plugin else {
      return "\(entry.id)\n  cannot be used; see: waymark plugin check \(entry.folder)\n"
    }
    var lines = ["\(plugin.reference)  \(plugin.manifest.title)", "  \(plugin.manifest.summary)"]
    for provided in plugin.manifest.provides {
      lines.append("  \(provided.hook.rawValue): \(provided.key) (\(provided.title))")
    }
    if plugin.program == nil { lines.append("  a pack of data; it runs nothing") }
    if !plugin.manifest.sees.isEmpty {
      lines.append("  sees: " + plugin.manifest.sees.map(\.value.meaning).joined(separator: "; "))
    }
    if let missing = plugin.missingEnvironment {
      lines.append("  not ready: \(missing.message) \(missing.help)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ entry: PluginLibrary.Entry, _ plugin: InstalledPlugin?) -> JSONValue {
    guard let plugin else {
      return .members([("id", .string(entry.id)), ("folder", .string(entry.folder)), ("usable", false)])
    }
    return .members([
      ("id", .string(plugin.id)), ("version", .string(plugin.manifest.version.value.description)),
      ("title", .string(plugin.manifest.title)), ("folder", .string(plugin.folder)),
      ("digest", .string(plugin.digest.description)), ("usable", true),
      ("ready", .bool(plugin.missingEnvironment == nil)),
      ("isPack", .bool(plugin.program == nil)),
      (
        "provides",
        .array(
          plugin.manifest.provides.map {
            .members([
              ("hook", .string($0.hook.rawValue)), ($0.hook.isByFormat ? "format" : "name", .string($0.key)),
              ("title", .string($0.title)),
            ])
          })
      ),
      ("sees", .array(plugin.manifest.sees.map { .string($0.value.rawValue) })),
    ])
  }
}

extension PluginLibrary {
  /// A plugin; `nil` where its file has mistakes, which are not told.
  func quietly(_ entry: Entry) throws(Failure) -> InstalledPlugin? {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    return try load(entry, &sources, into: &bag)
  }
}
