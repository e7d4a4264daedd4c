import ArgumentParser
import Frameworks

/// `waymark framework schema`
struct FrameworkSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of framework files, or of their texts in other languages, for editors.",
    discussion: "Draft 2020-12. Editors with a YAML language server complete and check as you type.")

  enum Kind: String, ExpressibleByArgument, CaseIterable { case framework, texts }

  @Option(help: "Of which files: framework, or texts.")
  var of = Kind.framework

  @OptionGroup var output: OutputOptions

  func run() throws {
    let schema =
      switch of {
      case .framework: FrameworkPage.schema
      case .texts: TextsPage.schema
      }
    try Console.deliver(schema.prettyText() + "\n", to: output.output)
  }
}
