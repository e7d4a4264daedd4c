import ArgumentParser
import Profiles

/// `waymark policy schema`
struct PolicySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of policies, for editors.",
    discussion: "Draft 2020-12. Editors with a YAML language server complete and check as you type.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(Policy.schema.prettyText() + "\n", to: output.output)
  }
}
