import ArgumentParser

/// `waymark watch …`
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Keep an eye on schools that need help, until all sides say that it is enough.",
    discussion: """
      Watch lists stay in the workspace. No sheet, publication or comparison holds anything of them; only the \
      whole copy that `waymark workspace export` writes does, and that is for the partnership itself.
      """,
    subcommands: [
      WatchListCommand.self, WatchOpenCommand.self, WatchReportCommand.self, WatchCloseCommand.self,
    ])
}
