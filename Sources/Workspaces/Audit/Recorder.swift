import Documents
import GRDB
import Sealing

/// Writes the entries of one change while it is made.
struct Recorder {
  let db: Database
  private let author: String
  private let at: String
  private var last: (sequence: Int64, digest: Digest)
  private(set) var entries: [AuditEntry] = []

  init(_ db: Database, author: String, at: String) throws {
    (self.db, self.author, self.at) = (db, author, at)
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT sequence, digest FROM audit ORDER BY sequence DESC LIMIT 1"))
    if let row {
      last = (try row.number("sequence"), try row.digest("digest"))
    } else {
      let partnership = try Partnership.read(db)
      last = (0, AuditEntry.beginning(of: partnership.workspace))
    }
  }

  /// The day on which the change is made.
  var day: Day { Day(String(at.prefix(10))) ?? .earliest }

  /// The change so far; `nil` where nothing was recorded.
  var change: Change? { entries.first.map { Change(number: $0.change, entries: entries) } }

  /// Adds an entry at the end of the trail.
  ///
  /// - Returns: its sequence number.
  @discardableResult
  mutating func record(
    _ action: AuditAction, _ words: String, _ detail: JSONValue, undoing undoes: Int64? = nil
  ) throws -> Int64 {
    let sequence = last.sequence + 1
    let change = entries.first?.change ?? sequence
    let digest = try AuditEntry.digest(
      sequence: sequence, change: change, at: at, who: author, action: action, words: words, detail: detail,
      undoes: undoes, previous: last.digest)
    let entry = AuditEntry(
      sequence: sequence, change: change, at: at, who: author, action: action, words: words, detail: detail,
      undoes: undoes, previous: last.digest, digest: digest)
    try db.cachedStatement(
      sql: """
        INSERT INTO audit (sequence, change, at, who, action, words, detail, undoes, previous, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      sequence, change, at, author, action.rawValue, words,
      String(decoding: try detail.canonicalBytes(), as: UTF8.self), undoes, last.digest.description,
      digest.description,
    ])
    entries.append(entry)
    last = (sequence, digest)
    return sequence
  }
}
