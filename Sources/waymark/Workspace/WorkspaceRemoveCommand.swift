import ArgumentParser
import Workspaces

/// `waymark workspace remove MEMBER`
struct WorkspaceRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract:
      "Remove a member: it counts nowhere from now on, its consent ends, and it leaves every watch list.")

  @Argument(help: ArgumentHelp("The member's id.", valueName: "member"))
  var member: String

  @Flag(help: "Erase what its reviews say and what watch lists note of it, too. That cannot be undone.")
  var erase = false

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let change = try workspace.open().removeMember(member, on: Clock.today, erasing: erase)
    try Console.print(change.lines(orElse: "Nothing changed."))
  }
}
