import ArgumentParser

/// `waymark registry …`
struct RegistryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry", abstract: "Keep what partnerships publish, and prove that nothing was altered.",
    subcommands: [
      RegistryInitCommand.self, RegistryAdmitCommand.self, RegistryPublishCommand.self,
      RegistryListCommand.self,
      RegistryShowCommand.self, RegistryVerifyCommand.self, RegistryBackupCommand.self,
      RegistryRestoreCommand.self,
    ])
}
