import ArgumentParser

/// `waymark form …`
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Fill a framework's forms: plans, findings, actions, feedback.",
    subcommands: [
      FormNewCommand.self, FormImportCommand.self, FormCheckCommand.self, FormShowCommand.self,
      FormSchemaCommand.self,
    ])
}
