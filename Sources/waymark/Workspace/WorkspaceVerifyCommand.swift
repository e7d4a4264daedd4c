import ArgumentParser
import Diagnostics
import Workspaces

/// `waymark workspace verify`
struct WorkspaceVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look for anything that was changed past Waymark.")

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let found = try workspace.open().verify()
    if !found.problems.isEmpty {
      throw Failure(
        .badData, "The workspace is not as Waymark left it:\n  \(found.problems.joined(separator: "\n  "))",
        help: "Keep this file as evidence, and go on with a copy that verifies.")
    }
    try Console.print("Nothing was changed: \(found.entries) entries, the last \(found.head)\n")
  }
}
