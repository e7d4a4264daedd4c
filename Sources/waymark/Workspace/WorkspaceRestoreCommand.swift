import ArgumentParser
import Documents
import Workspaces

/// `waymark workspace restore FILE`
struct WorkspaceRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a workspace from an export, in a new file, equal to the one exported.")

  @Argument(help: ArgumentHelp("A file that `waymark workspace export` wrote.", valueName: "file"))
  var file: String

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let path = try workspace.path()
    let bytes = try FileReading.bytes(file, limit: 512 << 20)
    let restored = try Workspace.restore(bytes, to: path, by: workspace.by)
    try Console.print("Restored the workspace of \(restored.partnership.name) in \(path).\n")
  }
}
