import ArgumentParser
import Documents
import Workspaces

/// `waymark watch open SUBJECT`
struct WatchOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Put a member on a watch list, with a named person who answers for it.")

  @Argument(help: ArgumentHelp("The member's id.", valueName: "subject"))
  var subject: String

  @Option(help: ArgumentHelp("Who answers for it, by name.", valueName: "name"))
  var owner: String

  @Option(help: ArgumentHelp("That person's role; without it, the one the list asks for.", valueName: "role"))
  var ownerRole: String?

  @Option(help: ArgumentHelp("Why it is listed.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("Since when (YYYY-MM-DD); without it, today.", valueName: "day"))
  var date: Day?

  @OptionGroup var list: WatchListOptions
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let declared = try list.declared(in: workspace)
    let opening = WatchOpening(owner: owner, role: try declared.ownerRole(ownerRole), reason: reason)
    let change = try workspace.openWatch(
      subject, on: declared, opening, since: date ?? Clock.today, today: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed."))
  }
}
