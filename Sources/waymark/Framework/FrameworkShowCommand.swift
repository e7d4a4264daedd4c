import ArgumentParser
import Reporting

/// `waymark framework show REF`
struct FrameworkShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a framework's outline, or all of it as JSON.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference)
    switch format {
    case .text: try Console.deliver(FrameworkOutline.text(rubric), to: output.output)
    case .json: try Console.deliver(FrameworkJSON.value(rubric).prettyText() + "\n", to: output.output)
    }
  }
}
