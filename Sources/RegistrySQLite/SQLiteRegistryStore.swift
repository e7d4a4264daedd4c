import Diagnostics
import Foundation
import GRDB
import Registries

/// A registry's rows in one SQLite file: the store that needs nothing beside the program.
public struct SQLiteRegistryStore: RegistryStore {
  /// The registry's folder, as the person named it.
  public let folder: String
  let pool: DatabasePool

  /// How long a transaction waits for another program's, in seconds.
  static let patience = 10.0

  /// Opens a registry's folder.
  ///
  /// - Throws: `noInput` where there is none; `badData` where it holds something else or a newer Waymark's
  ///   registry.
  public static func open(_ folder: String) throws(Failure) -> SQLiteRegistryStore {
    let path = RegistryFolder.database(in: folder)
    try RegistryFolder.check(folder)
    do {
      let pool = try connect(path)
      try checkSchema(pool, folder)
      return SQLiteRegistryStore(folder: folder, pool: pool)
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }

  public func read<Value>(_ body: (any RegistryReading) throws -> Value) throws(Failure) -> Value {
    do {
      return try pool.read { try body(SQLiteRows(database: $0)) }
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }

  public func write<Value>(_ body: (any RegistryWriting) throws -> Value) throws(Failure) -> Value {
    do {
      return try pool.write { try body(SQLiteRows(database: $0)) }
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }

  /// Lets go of the file. Whoever uses the store afterwards gets a failure.
  public func close() throws(Failure) {
    do {
      try Self.close(pool)
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }

  /// A connection that survives a power cut after every write, and leaves no erased bytes behind.
  static func connect(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "waymark.registry"
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // A pool turns this down to NORMAL once its connection is prepared, and a write could be lost then.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  /// The writer goes last: only then does SQLite bring everything into the one file and remove those beside
  /// it.
  static func close(_ pool: DatabasePool) throws {
    pool.invalidateReadOnlyConnections()
    try pool.close()
  }

  private static func checkSchema(_ pool: DatabasePool, _ folder: String) throws {
    let migrator = RegistryMigrations.migrator
    let (isNewer, isCurrent) = try pool.read { database in
      (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
    }
    if isNewer {
      throw Failure(
        .badData, "The registry \(folder) was made by a newer Waymark.",
        help: "Install that version to use it.")
    }
    if !isCurrent { try migrator.migrate(pool) }
  }
}
