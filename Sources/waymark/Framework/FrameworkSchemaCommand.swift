import ArgumentParser
import Frameworks

/// `waymark framework schema`
struct FrameworkSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of framework files, for editors.",
    discussion: "Draft 2020-12. Editors with a YAML language server complete and check as you type.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(FrameworkPage.schema.prettyText() + "\n", to: output.output)
  }
}
