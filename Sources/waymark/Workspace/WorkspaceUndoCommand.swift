import ArgumentParser
import Workspaces

/// `waymark workspace undo`
struct WorkspaceUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last change back, or the one named.",
    discussion: "What was recorded stays in the audit trail. A release cannot be undone.")

  @Argument(
    help: ArgumentHelp(
      "The change's number, as `waymark workspace list audit` shows it.", valueName: "change"))
  var change: Int64?

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let change = try workspace.open().undo(change)
    try Console.print(Optional(change).lines(orElse: "Nothing changed."))
  }
}
