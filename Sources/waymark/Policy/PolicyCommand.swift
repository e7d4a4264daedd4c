import ArgumentParser

/// `waymark policy …`
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Say of how many something is published, and how it is protected.",
    subcommands: [
      PolicyListCommand.self, PolicyCheckCommand.self, PolicyShowCommand.self, PolicySchemaCommand.self,
    ])
}
