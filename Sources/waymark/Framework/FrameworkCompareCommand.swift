import ArgumentParser
import Diagnostics
import Frameworks
import Reporting

/// `waymark framework compare A B`
struct FrameworkCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say which judgements may be compared between two frameworks, criterion by criterion, and why.",
    discussion: """
      Two versions, a variant and its base, two variants of one base, or any two that a crosswalk relates. What their \
      authors say comes first (changes, migrations); then equal paths of versions that no migration ties; then \
      crosswalks: those named, else the one that lies beside either framework.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @Argument(help: ArgumentHelp("The one: id@version, id (the newest version) or a path.", valueName: "from"))
  var from: String

  @Argument(help: ArgumentHelp("The other: id@version, id or a path.", valueName: "to"))
  var to: String

  @Option(
    help: ArgumentHelp("A crosswalk to go by, in either direction (may be repeated).", valueName: "file"))
  var crosswalk: [String] = []

  @Option(help: "text, json or html.")
  var format = Format.text

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (from, to) = (try frameworks.rubric(from).framework, try frameworks.rubric(to).framework)
    let found = try frameworks.comparability(from, to, crosswalks: crosswalk)
    let text =
      switch format {
      case .text: ComparabilityText.text(found)
      case .json: ComparabilityJSON.value(found).prettyText() + "\n"
      case .html: try ComparabilityPageHTML.page(found)
      }
    try Console.deliver(text, to: output.output)
  }
}
