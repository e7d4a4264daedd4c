import ArgumentParser
import Documents
import Workspaces

/// `waymark workspace statement MEMBER`
struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Write down, signed, what the ledger holds of a school that moves to another partnership.",
    discussion:
      "Ids, paths and days, no score. From then on the school is part of no release here until its history is settled again."
  )

  @Argument(help: ArgumentHelp("The member's id, also of one that left.", valueName: "member"))
  var member: String

  @Option(help: ArgumentHelp("The partnership's secret key.", valueName: "file"))
  var key: String

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let key = try KeyFiles.signingKey(key)
    // From the statement on, the school is part of nothing here: not for a file that cannot be written.
    try FileWriting.check(output)
    let file = try workspace.statement(of: member, signedBy: key, on: Clock.today)
    try FileWriting.write(file, to: output, mode: 0o600)
    try Console.print(
      """
      Wrote \(output). Give it to the school's new partnership, which reads it with:
      waymark workspace history \(member) --statement \(output) --signer KEY
      KEY is your public key. Tell it in another way than you send the file, such as on the telephone:
      \(key.verifyingKey.text)

      """)
  }
}
