import GRDB
import Sealing

/// Where the ledger ends, and the way to add to it.
struct LedgerChain {
  private let db: Database
  /// How many entries there are.
  private(set) var count: Int64
  /// The last one's digest.
  private(set) var head: Digest

  init(_ db: Database) throws {
    self.db = db
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, digest FROM ledger ORDER BY number DESC LIMIT 1"))
    if let row {
      (count, head) = (try row.number("number"), try row.digest("digest"))
    } else {
      (count, head) = (0, LedgerEntry.beginning(of: try Partnership.read(db).workspace))
    }
  }

  /// The digest of an entry; before the first, that of the beginning; `nil` where there is no such entry.
  static func digest(at number: Int64, _ db: Database) throws -> Digest? {
    if number == 0 { return LedgerEntry.beginning(of: try Partnership.read(db).workspace) }
    return try Row.fetchOne(
      db.cachedStatement(sql: "SELECT digest FROM ledger WHERE number = ?"), arguments: [number])?
      .digest("digest")
  }

  mutating func append(_ spend: LedgerSpend) throws {
    let number = count + 1
    let digest = try spend.digest(number: number, previous: head)
    var columns:
      (release: Int64?, contribution: Int64?, workspace: String?, place: Int64?, publication: String?)
    switch spend.source {
    case .release(let id): columns.release = id
    case .contribution(let id): columns.contribution = id
    case .brought(let workspace, let number): (columns.workspace, columns.place) = (workspace, number)
    case .recovered(let publication): columns.publication = publication.description
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO ledger (number, subject, framework, criterion, use, period, day, epsilon, judged_on, release,
          contribution, workspace, place, publication, previous, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, spend.subject, spend.framework, spend.criterion, spend.use.rawValue,
      spend.period.description, spend.day.description, spend.epsilon?.description,
      spend.judgedOn?.description, columns.release, columns.contribution, columns.workspace, columns.place,
      columns.publication, head.description, digest.description,
    ])
    (count, head) = (number, digest)
  }

  /// Where it ends, for the audit trail.
  var json: JSONValue { ["entries": .int(count), "digest": .string(head.description)] }
}
