import ArgumentParser
import Frameworks

/// `waymark crosswalk schema`
struct CrosswalkSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of crosswalks, for editors.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(CrosswalkPage.schema.prettyText() + "\n", to: output.output)
  }
}
