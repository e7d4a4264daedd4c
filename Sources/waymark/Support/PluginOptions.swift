import ArgumentParser
import Diagnostics
import Extensions
import Foundation

/// Where plugins are looked for, and how they run.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .customLong("plugins"),
    help: ArgumentHelp(
      "Where to look for plugins (may be repeated).",
      discussion:
        "Without it: WAYMARK_PLUGINS (folders separated by colons), else Plugins/ here and the installed ones.",
      valueName: "folder"))
  var folders: [String] = []

  @Flag(
    name: .customLong("unsandboxed"),
    help: "Let plugins run without a sandbox: only for those that you trust with all your files.")
  var isUnsandboxed = false

  var library: PluginLibrary {
    let shipped = Installation.folders("Plugins")
    if !folders.isEmpty { return PluginLibrary(folders: folders, shipped: shipped) }
    if let named = ProcessInfo.processInfo.environment["WAYMARK_PLUGINS"], !named.isEmpty {
      return PluginLibrary(folders: named.split(separator: ":").map(String.init), shipped: shipped)
    }
    return PluginLibrary(folders: shipped, shipped: shipped)
  }
}

/// What a person tells a plugin beside the file.
struct HookOptions: ParsableArguments {
  @Option(
    name: .customLong("option"),
    help: ArgumentHelp("Tell the plugin something: name=value (may be repeated).", valueName: "name=value"))
  var given: [String] = []

  @Option(
    name: .customLong("plugin"),
    help: ArgumentHelp("Which plugin, where several would do.", valueName: "id"))
  var plugin: String?

  /// - Throws: `usage` where one is not of the form name=value.
  func values() throws(Failure) -> [String: String] {
    var values: [String: String] = [:]
    for text in given {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure(
          .usage, "“\(text)” is no option for a plugin.", help: "Write it like --option name=value.")
      }
      values[String(parts[0])] = String(parts[1])
    }
    return values
  }
}
