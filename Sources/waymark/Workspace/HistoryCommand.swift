import ArgumentParser
import Diagnostics
import Documents
import Reporting
import Workspaces

/// `waymark workspace history [MEMBER]`
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Say what was published of a member elsewhere, so that it may be part of releases.",
    discussion:
      "A school that joins after the first release stays out of releases for five years, unless somebody says that nothing of it was published before, or reads the statement of its old partnership."
  )

  @Argument(
    help: ArgumentHelp("The member's id; without it, all whose past is on record.", valueName: "member"))
  var member: String?

  @Flag(help: "Nothing of it was ever published elsewhere.")
  var first = false

  @Option(help: ArgumentHelp("The statement of its old partnership.", valueName: "file"))
  var statement: String?

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    if first, statement != nil { throw ValidationError("Say --first or --statement, not both.") }
    if first || statement != nil, member == nil { throw ValidationError("Say which member this is about.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    if let member, first {
      let change = try workspace.settleAsFirst(member, on: Clock.today)
      return try Console.print(change.lines(orElse: "Nothing changed: that was recorded before."))
    }
    if let member, let statement {
      let bytes = try FileReading.bytes(statement, limit: StatementFile.byteLimit)
      let read = try workspace.settle(member, with: bytes, on: Clock.today)
      return try Console.print(
        "Read the statement of \(read.statement.partnership), signed by \(read.statement.key): "
          + "\(read.added) new lines in the ledger.\n")
    }
    try Console.print(try HistoryText.text(workspace, member: member, on: Clock.today))
  }
}
