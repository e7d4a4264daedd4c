import ArgumentParser
import Frameworks
import Reporting

/// `waymark framework rules REF`
struct FrameworkRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List everything that a framework asks of documents.",
    discussion:
      "Declarations such as coverage and team are shown as the expressions (CEL) they are rewritten into.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference)
    let rules = StatedRules.of(rubric.framework)
    switch format {
    case .text: try Console.deliver(RuleListing.text(rules), to: output.output)
    case .json: try Console.deliver(RuleListing.json(rules).prettyText() + "\n", to: output.output)
    }
  }
}
