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

  @Flag(help: "Neither a sheet nor a contribution ever left; only where the ledger holds nothing.")
  var nothingPublished = false

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    if nothingPublished, !publication.isEmpty || registry != nil {
      throw ValidationError("Say --nothing-published, or name what was published, not both.")
    }
  }

  func run() throws {
    let workspace = try workspace.open()
    if nothingPublished {
      try workspace.recoverEmptyLedger()
      return try Console.print("Started the ledger's mark anew. Next: waymark workspace ledger\n")
    }
    var published = try publication.map { (path) throws(Failure) in
      try Self.sheet(try Self.read(path), path)
    }
    if let registry {
      published += try Self.sheets(of: workspace.partnership.slug, in: registry)
    }
    let recovery = try workspace.recoverLedger(from: published, isAll: registry != nil)
    try Console.print(
      "Recovered the ledger: \(recovery.sheets) \(recovery.sheets == 1 ? "sheet" : "sheets") that this copy did not "
        + "know, \(recovery.entries) lines.\n"
        + "Nothing that was published is made again, and no judgement made until today goes into a pool.\n"
        + "Next: waymark workspace ledger\n")
  }

  private static func read(_ path: String) throws(Failure) -> Publication {
    let bytes = try FileReading.bytes(path, limit: PublicationFile.byteLimit)
    do throws(Failure) {
      return try PublicationFile.decode(bytes)
    } catch {
      throw Failure(
        .badData, bytes.isEmpty ? "\(path) is empty." : "\(path) is no signed sheet.",
        help: "Name the files that `waymark profile sheet` wrote and that were published.")
    }
  }

  private static func sheet(_ publication: Publication, _ path: String) throws(Failure) -> PublishedSheet {
    let leaf = try publication.claimedLeaf()
    guard leaf.kind == PublicationKind.sheet.rawValue else {
      throw Failure(
        .badData, "\(path) is no sheet but of another kind: \(leaf.kind).",
        help: "Name the sheets of this partnership.")
    }
    guard leaf.commits(to: publication.payload, salt: publication.salt) else {
      throw Failure(
        .badData, "\(path) was changed: its signed head does not fit its content.",
        help: "Take the file as it was published.")
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
