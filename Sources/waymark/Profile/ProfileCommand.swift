import ArgumentParser

/// `waymark profile …`
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Show, and then sign, what a partnership publishes of itself.",
    subcommands: [
      ProfileLocalCommand.self, ProfilePreviewCommand.self, ProfileAuditCommand.self,
      ProfileSheetCommand.self,
      ProfileSchemaCommand.self,
    ])
}
