import ArgumentParser
import Reviews

/// `waymark schedule schema`
struct ScheduleSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of schedules, for editors.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(SchedulePage.schema.prettyText() + "\n", to: output.output)
  }
}
