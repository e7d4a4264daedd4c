import Diagnostics
import GRDB
import Sealing

extension Workspace {
  /// Makes a workspace from an export. The file appears whole or not at all, and only where it is equal to
  /// the one that was exported.
  ///
  /// - Throws: `badData` where the bytes are no export or were changed since, `cannotWrite` where there is a
  ///   file already.
  public static func restore(_ export: [UInt8], to path: String, by author: String? = nil) throws(Failure)
    -> Workspace
  {
    try WorkspaceFile.checkIsFree(path)
    let (document, format) = try RestoreReading.document(export)
    let bytes: [UInt8] = try DatabaseFailures.mapped(path) {
      // An older export fills a file of its time, which is then brought up to date as such files are.
      let queue = try WorkspaceFile.inMemory(format: format)
      let tables = ExportDocument.tables(format)
      do {
        try queue.write { try RestoreReading.insert(document, tables, $0) }
      } catch let error as DatabaseError {
        throw RestoreReading.failure("it breaks a rule of workspaces: \(error.message ?? "no details")")
      }
      try queue.read { try RestoreReading.check(document, tables, $0) }
      try WorkspaceMigrations.run(on: queue)
      try queue.read { try RestoreReading.checkTrail($0) }
      return try WorkspaceFile.bytes(of: queue)
    }
    try WorkspaceFile.place(bytes, at: path)
    let workspace = try open(path, by: author)
    // A mark that is there already stays: it tells whether this export is older than the last release.
    if try LedgerMark.read(beside: path) == nil { try workspace.writeMark() }
    return workspace
  }
}

/// An export's way back into tables.
enum RestoreReading {
  /// An export and its format.
  static func document(_ bytes: [UInt8]) throws(Failure) -> (JSONValue, format: Int) {
    let document: JSONValue
    do {
      document = try JSONValue(parsing: bytes, limits: ExportDocument.limits)
    } catch {
      throw Failure(.badData, "This is not the export of a workspace. \(error)", help: help)
    }
    guard let schema = document["schema"]?.asString, schema.hasPrefix("waymark.workspace/") else {
      throw failure("it does not start with “schema: \(ExportDocument.schema)”")
    }
    guard let format = (1...WorkspaceMigrations.version).first(where: { schema == "waymark.workspace/\($0)" })
    else {
      throw Failure(
        .badData,
        "This export is of format “\(schema)”; this Waymark reads up to “\(ExportDocument.schema)”.",
        help: "Install the newer Waymark that wrote it.")
    }
    guard document.asObject?.map(\.key) == ["schema", "notice", "tables"],
      document["tables"]?.asObject?.map(\.key) == ExportDocument.tables(format)
    else { throw failure("parts of it are missing, or it holds more than an export has") }
    return (document, format)
  }

  static func insert(_ document: JSONValue, _ tables: [String], _ db: Database) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for table in tables {
      let columns = try db.columns(in: table)
      let names = columns.map(\.name)
      let statement = try db.makeStatement(
        sql: """
          INSERT INTO \(table) (\(names.joined(separator: ", ")))
          VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
          """)
      guard let rows = document["tables"]?[table]?.asArray else { throw failure("“\(table)” is not a list") }
      for row in rows {
        guard let members = row.asObject, members.map(\.key) == names else {
          throw failure("a row of “\(table)” has not the columns that it should have")
        }
        let cells = try zip(columns, members).map { try cell($1.value, $0, table) }
        try statement.execute(arguments: StatementArguments(cells))
      }
    }
  }

  /// Whether it says the same as the export.
  static func check(_ document: JSONValue, _ tables: [String], _ db: Database) throws {
    guard try ExportDocument.content(of: tables, db) == document["tables"] else {
      throw failure("its rows are out of order or written otherwise than Waymark writes them")
    }
  }

  /// Whether its audit trail holds.
  static func checkTrail(_ db: Database) throws {
    if let problem = try Verification.run(db).problems.first { throw failure("it was changed: \(problem)") }
  }

  private static func cell(_ value: JSONValue, _ column: ColumnInfo, _ table: String) throws -> DatabaseValue
  {
    switch (value, column.type) {
    case (.null, _): return .null
    case (.string(let text), "TEXT"): return text.databaseValue
    case (.int(let number), "INTEGER"): return number.databaseValue
    case (.string(let text), "BLOB"):
      if let bytes = Base64.decode(text) { return Blob.of(bytes) }
    default: break
    }
    throw failure("“\(column.name)” in “\(table)” is of the wrong kind")
  }

  static func failure(_ reason: String) -> Failure {
    Failure(.badData, "This is not the export of a workspace: \(reason).", help: help)
  }

  private static let help = "`waymark workspace export` writes one; it must not be edited."
}
