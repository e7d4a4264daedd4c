import ArgumentParser
import Diagnostics
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
    let workspace = try workspace.open()
    let change = try workspace.rename(old, to: new, on: Clock.today)
    try Succeeded.print(change, [new], workspace)
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
    let workspace = try workspace.open()
    let change = try workspace.merge(members, into: into, name: name, on: Clock.today)
    try Succeeded.print(change, [into], workspace)
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
    let workspace = try workspace.open()
    let change = try workspace.split(member, into: into, on: Clock.today)
    try Succeeded.print(change, into, workspace)
  }
}

/// What became of schools, and what is left to do.
private enum Succeeded {
  static func print(_ change: Change?, _ after: [String], _ workspace: Workspace) throws(Failure) {
    try Console.print(change.lines(orElse: "Nothing changed."))
    guard let change else { return }
    let ids = after.joined(separator: " and ")
    try Console.print(
      "Reviews stay under the id under which they were made: add this school year's again under \(ids) to let them count.\n"
        + "To take it back: waymark workspace undo \(change.number)\n")
    for id in after {
      guard let until = try workspace.unsettledUntil(id, on: Clock.today) else { continue }
      Console.note(
        "\(id) is part of no release until \(until): rule “history”.\n  \(ReleaseRule.history.help)")
    }
  }
}
