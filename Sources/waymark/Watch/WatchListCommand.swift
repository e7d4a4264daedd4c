import ArgumentParser
import Reporting
import Workspaces

/// `waymark watch list`
struct WatchListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Say who is proposed, who is on a list, what is due, and who left.",
    discussion: """
      Proposals follow from the latest agreed reviews in the workspace. A report is wanted once in each turn of the \
      list's rhythm after the one in which the school was listed. Terms are taken to start in September, January and \
      April, their second halves on 1 November, 20 February and 1 June.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("Only this watch list.", valueName: "list"))
  var list: String?

  @Flag(help: "Only those whose report is due or overdue.")
  var due = false

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var frameworks: WatchFrameworkOptions
  @OptionGroup var workspace: WorkspaceFileOptions

  func run() throws {
    let workspace = try workspace.open()
    var rubrics = try frameworks.rubrics(in: workspace)
    if let list { rubrics = [try WatchListOptions.find(list, in: rubrics).rubric] }
    let lists = try rubrics.flatMap { try workspace.watchLists($0, list: list, on: Clock.today) }
    switch format {
    case .text: try Console.print(WatchListText.text(lists, onlyDue: due))
    case .json: try Console.print(WatchListJSON.value(lists, onlyDue: due).prettyText() + "\n")
    }
  }
}
