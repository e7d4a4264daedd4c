import ArgumentParser
import Documents
import Workspaces

/// `waymark watch report SUBJECT`
struct WatchReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Add a report on a member that is on a watch list.")

  @Argument(help: ArgumentHelp("The member's id.", valueName: "subject"))
  var subject: String

  @Option(help: ArgumentHelp("Who reports.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("What has happened since the last report.", valueName: "text"))
  var text: String

  @Option(help: "How things stand beside the last report: better, same or worse.")
  var progress: WatchReport.Progress?

  @Option(help: ArgumentHelp("When (YYYY-MM-DD); without it, today.", valueName: "day"))
  var date: Day?

  @OptionGroup var list: WatchListOptions
  @OptionGroup var workspace: WatchWorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let declared = try list.declared(in: workspace)
    let change = try workspace.reportWatch(
      subject, on: declared, .init(by: by, text: text, progress: progress), on: date ?? Clock.today,
      today: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed."))
  }
}

extension WatchReport.Progress: ExpressibleByArgument {}
