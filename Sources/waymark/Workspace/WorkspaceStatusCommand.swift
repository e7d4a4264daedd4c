import ArgumentParser
import Documents
import Frameworks
import Reporting
import Workspaces

/// `waymark workspace status`
struct WorkspaceStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say who has handed in a review, who is missing, and who consents.")

  @Option(help: ArgumentHelp("Only this framework.", valueName: "framework"))
  var framework: String?

  @Option(help: ArgumentHelp("Only this school year.", valueName: "period"))
  var period: Period?

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let status = try workspace.open().status(on: Clock.today)
    var wanted: String?
    if let framework {
      switch FrameworkReference(framework) {
      case .version(let id, _), .newest(let id): wanted = id
      case .path(let path): wanted = path
      }
    }
    try Console.print(WorkspaceStatusText.text(status, framework: wanted, period: period))
  }
}
