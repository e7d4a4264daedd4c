import ArgumentParser
import Profiles

/// `waymark pool schema`
struct PoolSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of opened pools, for programs that read them.",
    discussion:
      "Draft 2020-12. The schema says what stands where; `waymark pool show` also adds the shares up again.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(Pool.jsonSchema.prettyText() + "\n", to: output.output)
  }
}
