import ArgumentParser
import Reviews

/// `waymark form schema REF FORM`
struct FormSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of one form of a framework, for editors.")

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Argument(help: ArgumentHelp("The form's id.", valueName: "form"))
  var form: String

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference)
    let form = try FormFiles.form(form, in: rubric)
    try Console.deliver(
      FormPage.schema(of: form, in: rubric.framework).prettyText() + "\n", to: output.output)
  }
}
