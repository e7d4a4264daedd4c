import ArgumentParser
import Diagnostics
import Extensions
import Frameworks
import Hooks
import Reporting
import Rubrics
import Workspaces

/// `waymark workspace analyse ANALYSIS`
struct WorkspaceAnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Look at a partnership's judgements together, with a plugin: private, not for publication.",
    discussion: """
      The plugin gets agreed judgements as numbers, without names, words or dates. `waymark plugin list` shows which \
      analyses there are, such as kappa.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("The analysis, such as kappa.", valueName: "analysis"))
  var analysis: String

  @Option(
    name: .customLong("framework"),
    help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var hook: HookOptions
  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try hook.values()
    let path = try workspace.path()
    let workspace = try workspace.open()
    let rubric = try frameworks.rubric(reference)
    var generator = SystemRandomNumberGenerator()
    let observations = try workspace.observations(rubric, using: &generator)
    if observations.rows.isEmpty {
      throw Failure(
        .noInput, "The workspace has no agreed judgements of \(rubric.reference).",
        help: "Add reviews with: waymark workspace add")
    }
    let plugins = Plugins(frameworks.pluginOptions, workspace: path)
    let provider = try plugins.provider(\.trendAnalyse, analysis, from: hook.plugin)
    let answer = try provider.run(
      TrendRequest(
        analysis: analysis, framework: HookFramework(rubric), observations: observations, options: options))
    let text =
      switch format {
      case .text: TrendText.text(answer, through: provider.through)
      case .json: TrendText.json(answer, through: provider.through).prettyText() + "\n"
      }
    try Console.deliver(text, to: output.output)
  }
}
