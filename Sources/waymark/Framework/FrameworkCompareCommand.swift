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
    let found = Comparability.between(
      from, to, history: LibraryHistory(frameworks.library), crosswalks: try crosswalks(from, to))
    let text =
      switch format {
      case .text: ComparabilityText.text(found)
      case .json: ComparabilityJSON.value(found).prettyText() + "\n"
      case .html: try ComparabilityPageHTML.page(found)
      }
    try Console.deliver(text, to: output.output)
  }

  private func crosswalks(_ from: ResolvedFramework, _ to: ResolvedFramework) throws -> [ResolvedCrosswalk] {
    var paths = crosswalk
    if paths.isEmpty,
      let beside = try frameworks.library.crosswalk(from: from.identity, to: to.identity)
    {
      paths = [beside.path]
    }
    var files = CrosswalkFiles(frameworks)
    let read = try paths.compactMap { try files.read($0) }
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    if files.bag.hasErrors {
      throw Failure(
        .badData, "The crosswalk cannot be used.", help: "`waymark crosswalk check` says what is wrong.")
    }
    return read
  }
}
