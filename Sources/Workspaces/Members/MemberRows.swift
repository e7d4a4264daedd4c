import Diagnostics
import GRDB

/// The table of members.
enum MemberRows {
  static func present(_ db: Database) throws -> [Member] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM member WHERE present = 1 ORDER BY id")).map {
      try Member($0)
    }
  }

  /// The ids of all that are or ever were members.
  static func everybody(_ db: Database) throws -> [String] {
    try String.fetchAll(db.cachedStatement(sql: "SELECT id FROM member ORDER BY id"))
  }

  /// A member, gone ones too.
  static func find(_ id: String, _ db: Database) throws -> (member: Member, isPresent: Bool)? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM member WHERE id = ?"), arguments: [id])
    else {
      return nil
    }
    return (try Member(row), try row.flag("present"))
  }

  /// A member that is here.
  ///
  /// - Throws: `badData` with the nearest name.
  static func known(_ id: String, _ db: Database) throws -> Member {
    if let found = try find(id, db), found.isPresent { return found.member }
    throw unknown(id, among: try present(db))
  }

  static func unknown(_ id: String, among members: [Member]) -> Failure {
    let nearest = NearestName.of(id, among: members.map(\.id))
    let named = members.first { $0.id == nearest || $0.name == id }
    let help =
      named.map { "Did you mean \($0.label)?" }
      ?? (members.isEmpty
        ? "There are no members yet. Add them first, with a file members.csv."
        : "`waymark workspace list` shows the members; add it first if it is new.")
    return Failure(.badData, "“\(id)” is not a member of this partnership.", help: help)
  }

  static func write(_ member: Member, isPresent: Bool, recorded: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO member (id, name, region, phase, joined, present, recorded) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, region = excluded.region, phase = excluded.phase,
          joined = excluded.joined, present = excluded.present, recorded = excluded.recorded
        """
    ).execute(arguments: [
      member.id, member.name, member.region, member.phase?.rawValue, member.joined?.description, isPresent,
      recorded,
    ])
  }
}
