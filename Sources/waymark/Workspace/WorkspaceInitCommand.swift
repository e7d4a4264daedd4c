import ArgumentParser
import Workspaces

/// `waymark workspace init`
struct WorkspaceInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a partnership's workspace.")

  @Option(
    help: ArgumentHelp(
      "The partnership's short name: lower-case letters, digits and hyphens.", valueName: "slug"))
  var partnership: String

  @Option(help: "The name that people know it by.")
  var name: String

  @Option(
    help: ArgumentHelp("The region's ONS code, such as E12000004 for the East Midlands.", valueName: "code"))
  var region: String

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let path = try workspace.path()
    _ = try Workspace.create(
      path, for: NewPartnership(slug: partnership, name: name, region: region), by: workspace.by)
    try Console.print(
      "Started \(path) for \(name).\nNext: waymark workspace add members.csv --workspace \(path)\n")
  }
}
