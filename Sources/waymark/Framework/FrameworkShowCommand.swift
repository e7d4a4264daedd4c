import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Reporting
import Rubrics

/// `waymark framework show REF`
struct FrameworkShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a framework's outline, or all of it as JSON or YAML.",
    discussion: """
      A variant is shown with everything that it takes over from what it extends. With --format yaml it is printed as a \
      framework that stands alone, with the same digest of content.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, yaml }

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: "text, json or yaml.")
  var format = Format.text

  @Flag(help: "List every field by its address, instead of the outline.")
  var resolved = false

  @Flag(help: "Say of every field which file and line it came from.")
  var provenance = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if provenance, format == .yaml {
      throw ValidationError("A framework printed as YAML has no room for places: use --format text or json.")
    }
    if resolved || provenance, language.tag != nil {
      throw ValidationError(
        "--resolved and --provenance show the texts as their authors wrote them; leave --language away.")
    }
  }

  func run() throws {
    if format == .yaml {
      let rubric = try frameworks.rubric(reference, in: language.tag)
      return try Console.deliver(StandaloneFramework.yaml(rubric.framework), to: output.output)
    }
    if resolved || provenance { return try showFields() }
    let rubric = try frameworks.rubric(reference, in: language.tag)
    switch format {
    case .json: try Console.deliver(FrameworkJSON.value(rubric).prettyText() + "\n", to: output.output)
    default: try Console.deliver(FrameworkOutline.text(rubric), to: output.output)
    }
  }

  private func showFields() throws {
    let loaded = try LoadedFramework(reference, in: frameworks.library)
    guard let tree = loaded.framework.tree else { return }
    let fields = Provenance(tree)
    switch format {
    case .json:
      let own = FileID(index: 0)
      let json = ProvenanceText.json(fields, in: loaded.sources, own: own)
      try Console.deliver(json.prettyText() + "\n", to: output.output)
    default:
      try Console.deliver(
        ProvenanceText.text(loaded.framework, fields, in: loaded.sources, withPlaces: provenance),
        to: output.output)
    }
  }
}
