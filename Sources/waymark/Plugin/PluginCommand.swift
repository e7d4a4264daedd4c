import ArgumentParser

/// `waymark plugin …`
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: "Extend Waymark with programs in any language, or packs of data.",
    subcommands: [
      PluginListCommand.self, PluginCheckCommand.self, PluginRunCommand.self, PluginNewCommand.self,
      PluginTestCommand.self, PluginSchemaCommand.self,
    ])
}
