import Documents
import Frameworks
import GRDB
import Reviews

/// The table of reviews.
enum ReviewRows {
  static let columns = """
    review.id, framework, major, period, kind, subject, day, revision, status, version, pinned, review.digest,
    file, at, who
    """
  private static let table = "review JOIN audit ON audit.sequence = review.recorded"

  /// All revisions that were neither undone nor erased.
  static func standing(_ db: Database) throws -> [StoredReview] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns) FROM \(table) WHERE live = 1
          ORDER BY framework, major, period, kind, subject, day, review.id
          """)
    ).map { try StoredReview($0) }
  }

  static func standing(of subject: String, _ db: Database) throws -> [StoredReview] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(columns) FROM \(table) WHERE subject = ? AND live = 1 ORDER BY review.id"),
      arguments: [subject]
    ).map { try StoredReview($0) }
  }

  /// The latest revision of one occasion.
  static func latest(of occasion: Occasion, _ db: Database) throws -> StoredReview? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(columns) FROM \(table) WHERE live = 1 AND framework = ? AND major = ? AND period = ?
            AND kind = ? AND subject = ? AND day = ? ORDER BY review.id DESC LIMIT 1
          """),
      arguments: occasion.arguments
    ).map { try StoredReview($0) }
  }

  static func nextRevision(of occasion: Occasion, _ db: Database) throws -> Int {
    let last = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(revision) FROM review WHERE framework = ? AND major = ? AND period = ? AND kind = ?
            AND subject = ? AND day = ?
          """),
      arguments: occasion.arguments)
    return (last ?? 0) + 1
  }

  static func content(of id: Int64, _ db: Database) throws -> (content: String, source: [UInt8]) {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT content, source FROM review WHERE id = ?"), arguments: [id])
    guard let content = try row?.optionalText("content"), let source = try row?.optionalBytes("source") else {
      throw Damage(what: "review \(id) has no content")
    }
    return (content, source)
  }
}

/// What two revisions of one review have in common.
struct Occasion: Hashable {
  let framework: String
  let major: Int
  let period: Period
  let kind: ReviewKind
  let subject: String
  let date: Day?

  var arguments: StatementArguments {
    [framework, major, period.description, kind.rawValue, subject, date?.description ?? ""]
  }
}
