import ArgumentParser

/// `waymark review …`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a school: blank reviews, checks and scores.",
    subcommands: [
      ReviewNewCommand.self, ReviewCheckCommand.self, ReviewScoreCommand.self, ReviewSchemaCommand.self,
    ])
}
