import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Profiles
import Registries
import Reporting
import Rubrics
import Sealing
import Workspaces

/// `waymark profile audit`
struct ProfileAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Attack what is about to be published, and say what could be learnt of one school: private.",
    discussion:
      "Looks at the release as its first preview fixed it; nothing is fixed, spent or drawn by looking.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var workspace: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      "What another policy would do to the same judgements; without it, the release's own.",
      valueName: "policy"))
  var policy: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Publications that attackers hold as well; without it, all earlier releases of this workspace.",
      valueName: "file"))
  var against: [String] = []

  @Option(help: "text, json or html.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let rubric = try occasion.rubric()
    let audit = try AuditedWorkspace(
      workspace: workspace, rubric: rubric, kind: occasion.kind(of: rubric), period: occasion.schoolYear,
      packs: occasion.frameworks.packs
    ).page(under: policy, against: against)
    let text =
      switch format {
      case .text: AuditText.text(audit)
      case .json: AuditJSON.json(audit).prettyText() + "\n"
      case .html: try AuditPageHTML.page(audit)
      }
    try Console.deliver(text, to: output.output)
  }
}
