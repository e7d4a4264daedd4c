import ArgumentParser
import Documents
import Workspaces

/// `waymark workspace export -o FILE`
struct WorkspaceExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole workspace as one JSON file, from which `restore` makes an equal one.",
    discussion:
      "It holds everything, names, exact judgements and watch lists too. Keep it within the partnership.")

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    try FileWriting.write(try workspace.open().export(), to: output, mode: 0o600)
    try Console.print("Wrote \(output). It holds everything, so keep it within the partnership.\n")
  }
}
