import Diagnostics
import Foundation
import GRDB
import Sealing

extension Workspace {
  /// The whole workspace as one JSON document, from which ``restore(_:to:by:)`` makes an equal one. The same
  /// content gives the same bytes.
  ///
  /// It holds everything, exact judgements, names and watch lists too: private to the partnership.
  public func export() throws(Failure) -> [UInt8] {
    try read { db in Array((try ExportDocument.value(db).prettyText() + "\n").utf8) }
  }
}

/// The document that an export is: every table, row by row, under the names of the columns.
enum ExportDocument {
  static let schema = "waymark.workspace/\(WorkspaceMigrations.version)"
  static let notice =
    "Everything in a partnership's workspace, exact judgements and names too: not for publication."

  /// The tables of a format.
  static func tables(_ format: Int = WorkspaceMigrations.version) -> [String] {
    let first = ["partnership", "audit", "member", "consent", "review", "release", "cohort", "leaf_place"]
    let second = format < 2 ? [] : WatchTable.allCases.map(\.rawValue)
    let third =
      format < 3 ? [] : ["contribution", "contributor", "ledger", "history", "predecessor", "recovered"]
    return first + second + third
  }

  /// The largest export that is read back, in bytes.
  static let limits = JSONLimits(bytes: 512 << 20, depth: 16, values: 20_000_000)

  static func value(_ db: Database) throws -> JSONValue {
    .object([
      .init("schema", .string(schema)), .init("notice", .string(notice)),
      .init("tables", try content(of: tables(), db)),
    ])
  }

  static func content(of tables: [String], _ db: Database) throws -> JSONValue {
    .object(try tables.map { .init($0, .array(try rows(of: $0, db))) })
  }

  private static func rows(of table: String, _ db: Database) throws -> [JSONValue] {
    let key = try db.primaryKey(table).columns.joined(separator: ", ")
    var rows: [JSONValue] = []
    let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(key)")
    while let row = try cursor.next() {
      rows.append(.object(row.map { .init($0.0, cell($0.1)) }))
    }
    return rows
  }

  private static func cell(_ value: DatabaseValue) -> JSONValue {
    switch value.storage {
    case .null: .null
    case .int64(let number): .int(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .blob(let bytes): .string(Base64.encode(bytes))
    }
  }
}
