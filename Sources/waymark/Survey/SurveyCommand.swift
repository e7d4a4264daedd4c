import ArgumentParser

/// `waymark survey …`
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Make reviews of what Google Forms, Microsoft Forms and the like export.",
    subcommands: [
      SurveyDraftCommand.self, SurveyCheckCommand.self, SurveyImportCommand.self, SurveySchemaCommand.self,
    ])
}
