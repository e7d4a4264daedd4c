import ArgumentParser
import Diagnostics
import Documents
import Registries
import RegistrySQLite
import Workspaces

/// `waymark workspace ledger recover`
struct LedgerRecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Enter again what was published, where the ledger is missing or older than the last release.",
    discussion:
      "The newest backup is better. Without one, every sheet that was published counts for every school that ever was a member."
  )

  @Option(
    help: ArgumentHelp("A sheet that was published; may be given several times.", valueName: "file"))
  var publication: [String] = []

  @Option(help: ArgumentHelp("A registry's folder, with all that was published.", valueName: "folder"))
  var registry: String?

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    var published = try publication.map { (path) throws(Failure) in
      try Self.sheet(
        try PublicationFile.decode(try FileReading.bytes(path, limit: PublicationFile.byteLimit)), path)
    }
    if let registry {
      published += try Self.sheets(of: workspace.partnership.slug, in: registry)
    }
    let recovery = try workspace.recoverLedger(from: published, isAll: registry != nil)
    try Console.print(
      "Recovered the ledger: \(recovery.sheets) sheets that this copy did not know, \(recovery.entries) lines.\n"
        + "Nothing that they tell of is published again. Next: waymark workspace ledger\n")
  }

  private static func sheet(_ publication: Publication, _ path: String) throws(Failure) -> PublishedSheet {
    let leaf = try publication.claimedLeaf()
    guard leaf.kind == PublicationKind.sheet.rawValue else {
      throw Failure(
        .badData, "\(path) is no sheet, but a \(leaf.kind).", help: "Name the sheets of this partnership.")
    }
    guard leaf.commits(to: publication.payload, salt: publication.salt) else {
      throw Failure(.badData, "\(path) was changed: its leaf does not fit its content.")
    }
    guard let day = Day(String(leaf.issued.prefix(10))) else {
      throw Failure(.badData, "\(path) names no day on which it was signed.")
    }
    return try PublishedSheet(payload: publication.payload, issued: day, publication: publication.hash)
  }

  /// Every sheet of a partnership that a registry still holds.
  private static func sheets(of partnership: String, in folder: String) throws(Failure) -> [PublishedSheet] {
    let registry = Registry(try SQLiteRegistryStore.open(folder))
    var found: [PublishedSheet] = []
    var next: UInt64 = 0
    while let page = Optional(try registry.list(from: next)), let last = page.last {
      for item in page where item.leaf.kind == PublicationKind.sheet.rawValue {
        guard let publication = try registry.show(String(item.entry.index)).publication else { continue }
        let sheet = try sheet(publication, "Publication \(item.entry.index)")
        if sheet.sheet.partnership == partnership { found.append(sheet) }
      }
      next = last.entry.index + 1
    }
    return found
  }
}
