import ArgumentParser
import Reporting
import Workspaces

/// `waymark workspace ledger …`
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Show what was told of whom, or recover a ledger that was lost.",
    subcommands: [LedgerShowCommand.self, LedgerRecoverCommand.self],
    defaultSubcommand: LedgerShowCommand.self)
}

/// `waymark workspace ledger show`
struct LedgerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Say per school and criterion what is spent and what is left.",
    discussion: "Private: the ledger stays in the workspace.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @OptionGroup var workspace: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      "The policy whose cap counts: a file, or the name of one that ships; without it, default.",
      valueName: "policy"))
  var policy: String?

  @Option(help: "text, json or csv.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let overview = try workspace.open().ledgerOverview(try Shipped.policy(policy), on: Clock.today)
    let text =
      switch format {
      case .text: LedgerText.text(overview)
      case .json: LedgerJSON.text(overview)
      case .csv: LedgerCSV.text(overview)
      }
    try Console.deliver(text, to: output.output)
  }
}
