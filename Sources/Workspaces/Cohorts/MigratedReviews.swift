import GRDB
import Sealing

/// Which reviews came out of others, and against which frameworks those were made: the judgements are the same.
struct MigratedReviews {
  /// By number.
  private(set) var reviews: Set<Int64> = []
  private(set) var frameworks: Set<String> = []

  init(_ ids: [Int64], _ db: Database) throws {
    for id in ids {
      var next = try Self.origin(of: id, db)
      while let origin = next {
        reviews.insert(id)
        let framework = try String.fetchOne(
          db, sql: "SELECT framework FROM review WHERE id = ?", arguments: [origin])
        if let framework { frameworks.insert(framework) }
        // An origin is always the earlier of the two.
        next = try Self.origin(of: origin, db).flatMap { $0 < origin ? $0 : nil }
      }
    }
  }

  private static func origin(of id: Int64, _ db: Database) throws -> Int64? {
    let detail = try String.fetchOne(
      db, sql: "SELECT detail FROM audit WHERE sequence = (SELECT recorded FROM review WHERE id = ?)",
      arguments: [id])
    return detail.flatMap { try? JSONValue(parsing: Array($0.utf8)) }?["migrates"]?.asInt
  }
}
