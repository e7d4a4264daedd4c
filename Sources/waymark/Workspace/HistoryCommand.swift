import ArgumentParser
import Diagnostics
import Documents
import Registries
import RegistrySQLite
import Reporting
import Sealing
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

  @Option(
    help: ArgumentHelp(
      "The old partnership's public key (a file or its text); a statement under another is refused.",
      valueName: "key"))
  var signer: String?

  @Option(
    help: ArgumentHelp(
      "A registry that admitted the old partnership; a statement under another key than its own is refused.",
      valueName: "folder"))
  var registry: String?

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    if first, statement != nil { throw ValidationError("Say --first or --statement, not both.") }
    if first || statement != nil, member == nil { throw ValidationError("Say which member this is about.") }
    if statement == nil, signer != nil || registry != nil {
      throw ValidationError("--signer and --registry say whose --statement is taken.")
    }
    if signer != nil, registry != nil { throw ValidationError("Say --signer or --registry, not both.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    if let member, first {
      let change = try workspace.settleAsFirst(member, on: Clock.today)
      return try Console.print(change.lines(orElse: "Nothing changed: that was recorded before."))
    }
    if let member, let statement {
      let bytes = try FileReading.bytes(statement, limit: StatementFile.byteLimit)
      let read = try workspace.settle(
        member, with: bytes, named: statement, signers: try signers(of: bytes, statement), on: Clock.today)
      try Console.print(
        "Read the statement of \(read.statement.partnership): \(read.added) new "
          + "\(read.added == 1 ? "line" : "lines") in the ledger.\n")
      if let until = try workspace.unsettledUntil(member, on: Clock.today) {
        try Console.print(
          "Its past before \(read.statement.partnership) is not known there either: it is part of no release until "
            + "\(until) (rule “history”).\n")
      }
      if signer == nil, registry == nil {
        Console.note(
          """
          Whose key signed it was not checked:
            \(read.statement.key)
            Ask the old partnership for its public key in another way than the file came, and compare every letter; or let \
          Waymark do it: --signer KEY. If it differs: waymark workspace undo
          """)
      }
      return
    }
    try Console.print(try HistoryText.text(workspace, member: member, on: Clock.today))
  }

  /// Whose signature counts; `nil` where nobody said.
  private func signers(of file: [UInt8], _ name: String) throws(Failure) -> [VerifyingKey]? {
    if let signer { return [try KeyFiles.verifyingKey(signer)] }
    guard let registry else { return nil }
    let publishers = try Registry(try SQLiteRegistryStore.open(registry)).publishers()
    let partnership = try StatementFile.decode(file, name: name).partnership
    let known = publishers.filter { $0.name == partnership }.map(\.key)
    if known.isEmpty {
      throw Failure(
        .refused, "The registry in \(registry) admitted nobody for “\(partnership)”. (Rule “history”.)",
        help: "Name the old partnership's public key with --signer.")
    }
    return known
  }
}
