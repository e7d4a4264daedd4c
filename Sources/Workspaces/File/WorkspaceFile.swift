import Diagnostics
import Documents
import Foundation
import GRDB
import GRDBSQLite

/// The file itself: how it is told from other files, opened, and put in place.
enum WorkspaceFile {
  /// In the header of every workspace (SQLite file format, section 1.3.14): `WMws`.
  static let applicationID: Int32 = 0x574D_7773

  /// How long a change waits for another program's to end.
  static let patience: TimeInterval = 10

  /// How every connection is set up.
  ///
  /// - `journal_mode=DELETE`: between changes there is one file and nothing beside it, so that people can
  ///   copy it.
  /// - `synchronous=EXTRA`: what FULL promises, and the journal's removal is on the disk too before a change
  ///   is done.
  /// - `secure_delete`: what is erased is overwritten.
  /// - `recursive_triggers`: a REPLACE cannot slip past the triggers that forbid deleting.
  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "workspace"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      for setting in [
        "journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON", "recursive_triggers = ON",
        "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY", "mmap_size = 0",
      ] {
        _ = try Row.fetchAll(db, sql: "PRAGMA \(setting)")
      }
    }
    return configuration
  }

  /// Opens a file that ``check(_:)`` found good, and brings an older format up to date.
  ///
  /// - Returns: the format that it had, too.
  static func open(_ path: String) throws -> (DatabaseQueue, format: Int) {
    let queue = try DatabaseQueue(path: absolute(path), configuration: configuration())
    return (queue, format: try WorkspaceMigrations.run(on: queue))
  }

  /// An empty workspace in memory.
  static func inMemory(format: Int = WorkspaceMigrations.version) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(configuration: configuration())
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
    try WorkspaceMigrations.run(on: queue, upTo: format)
    return queue
  }

  /// The bytes that a file with this content has.
  static func bytes(of queue: DatabaseQueue) throws -> [UInt8] {
    try queue.writeWithoutTransaction { db in
      var count: sqlite3_int64 = 0
      guard let start = sqlite3_serialize(db.sqliteConnection, "main", &count, 0) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      defer { sqlite3_free(start) }
      return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
  }

  /// SQLite takes a name that starts with `file:` for an address, an absolute path never.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }
}
