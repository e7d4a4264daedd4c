import ArgumentParser
import Interchange

/// `waymark survey schema`
struct SurveySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of survey mappings, for editors.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(SurveyPage.schema.prettyText() + "\n", to: output.output)
  }
}
