import ArgumentParser

/// `waymark framework …`
struct FrameworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework", abstract: "Write, check and read frameworks.",
    subcommands: [
      FrameworkCheckCommand.self, FrameworkShowCommand.self, FrameworkRulesCommand.self,
      FrameworkTestCommand.self, FrameworkListCommand.self,
      FrameworkNewCommand.self, FrameworkDeriveCommand.self, FrameworkUpgradeCommand.self,
      FrameworkDiffCommand.self, FrameworkCompareCommand.self, FrameworkReleaseCommand.self,
      FrameworkTranslateCommand.self, FrameworkExportCommand.self, FrameworkImportCommand.self,
      FrameworkWatchCommand.self,
      FrameworkPreviewCommand.self, FrameworkSchemaCommand.self,
    ])
}
