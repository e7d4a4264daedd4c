import ArgumentParser
import Workspaces

/// `waymark workspace rename OLD NEW`
struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Let a school go on under another id, such as a new URN.",
    discussion:
      "Its consent and what the ledger holds of it go with it. Its reviews stay under the old id: add the ones of this school year again under the new one."
  )

  @Argument(help: ArgumentHelp("The id that it has.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The id that it gets.", valueName: "new"))
  var new: String

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let change = try workspace.open().rename(old, to: new, on: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed."))
  }
}

/// `waymark workspace merge A B --into C`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Let schools become one.",
    discussion:
      "It consents where all of them did. What the ledger holds of them counts for it: the largest of them, or with its own where it takes the others in."
  )

  @Argument(help: ArgumentHelp("The schools' ids.", valueName: "member"))
  var members: [String]

  @Option(help: ArgumentHelp("The id of the school that they become.", valueName: "member"))
  var into: String

  @Option(help: "Its name; without it, the names of all.")
  var name: String?

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let change = try workspace.open().merge(members, into: into, name: name, on: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed."))
  }
}

/// `waymark workspace split A --into B --into C`
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Let one school become several.",
    discussion: "What the ledger holds of it counts for each of them.")

  @Argument(help: ArgumentHelp("The school's id.", valueName: "member"))
  var member: String

  @Option(help: ArgumentHelp("The id of a school that it becomes; once for each.", valueName: "member"))
  var into: [String] = []

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let change = try workspace.open().split(member, into: into, on: Clock.today)
    try Console.print(change.lines(orElse: "Nothing changed."))
  }
}
