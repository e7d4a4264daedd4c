import ArgumentParser
import Reviews

/// `waymark review schema`
struct ReviewSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of review files, for editors.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(ReviewPage.schema.prettyText() + "\n", to: output.output)
  }
}
