import ArgumentParser

/// `waymark workspace …`
struct WorkspaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspace",
    abstract: "Keep a partnership's members, consent and reviews in one file of its own.",
    subcommands: [
      WorkspaceInitCommand.self, WorkspaceAddCommand.self, WorkspaceListCommand.self,
      WorkspaceStatusCommand.self,
      WorkspaceReportCommand.self, WorkspaceAnalyseCommand.self, ConsentCommand.self,
      WorkspaceRemoveCommand.self, RenameCommand.self, MergeCommand.self, SplitCommand.self,
      HistoryCommand.self, StatementCommand.self, LedgerCommand.self,
      WorkspaceUndoCommand.self,
      WorkspaceVerifyCommand.self, WorkspaceExportCommand.self, WorkspaceRestoreCommand.self,
    ])
}
