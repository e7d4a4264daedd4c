import ArgumentParser

/// `waymark review …`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a school: blank reviews, checks, scores, and other versions.",
    subcommands: [
      ReviewNewCommand.self, ReviewImportCommand.self, ReviewExportCommand.self, ReviewCheckCommand.self,
      ReviewScoreCommand.self,
      ReviewMigrateCommand.self, ReviewSchemaCommand.self,
    ])
}
