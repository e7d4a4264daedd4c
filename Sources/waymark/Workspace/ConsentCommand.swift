import ArgumentParser
import Diagnostics
import Documents
import Workspaces

/// `waymark workspace consent …`
struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "Record what members consent to.",
    subcommands: [ConsentGiveCommand.self, ConsentWithdrawCommand.self])
}

/// Which members a consent command is about.
struct ConsentMembers: ParsableArguments {
  @Argument(help: ArgumentHelp("The members' ids.", valueName: "member"))
  var members: [String] = []

  @Flag(help: "Every member.")
  var all = false

  func ids(in workspace: Workspace) throws(Failure) -> [String] {
    guard all == members.isEmpty else {
      throw Failure(
        .usage, "Say whose consent this is.", help: "Name members by their ids, or say --all, not both.")
    }
    return all ? try workspace.members().map(\.id) : members
  }
}

extension Consent.Purpose: ExpressibleByArgument {}

/// `waymark workspace consent give`
struct ConsentGiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give",
    abstract: "Record that members consent to being part of the partnership's published sheet, or of a pool.")

  @OptionGroup var members: ConsentMembers

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "sheet, or pool: the region's, in which no partnership is seen alone.", valueName: "purpose"))
  var purpose = Consent.Purpose.sheet

  @Option(help: ArgumentHelp("The first day (YYYY-MM-DD); without it, today.", valueName: "day"))
  var from: Day?

  @Option(
    help: ArgumentHelp("The last day (YYYY-MM-DD); without it, until it is withdrawn.", valueName: "day"))
  var until: Day?

  @Option(
    name: .customLong("with"), help: ArgumentHelp("With whom; public is everybody.", valueName: "audience"))
  var audience = Consent.everyone

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let ids = try members.ids(in: workspace)
    let change = try workspace.giveConsent(
      ids, to: purpose, with: audience, from: from ?? Clock.today, until: until, on: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed: that consent was recorded before."))
  }
}

/// `waymark workspace consent withdraw`
struct ConsentWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Record that members withdraw their consent; the next release leaves them out.",
    discussion:
      "A release that was previewed with one of them and is not signed yet is cancelled for good. What is published stays published."
  )

  @OptionGroup var members: ConsentMembers

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Only the consent for this purpose: sheet or pool.", valueName: "purpose"))
  var purpose: Consent.Purpose?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Only the consent for this audience.", valueName: "audience"))
  var audience: String?

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let ids = try members.ids(in: workspace)
    let change = try workspace.withdrawConsent(ids, to: purpose, with: audience, on: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed: none of them had given consent."))
  }
}
