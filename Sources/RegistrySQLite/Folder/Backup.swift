import Diagnostics
import Documents
import Foundation
import GRDB
import Registries

extension SQLiteRegistryStore {
  /// Copies the whole registry, as it is at one moment, into one new file, while others go on reading and
  /// writing. The file is there whole or not at all.
  ///
  /// - Returns: the log that the copy holds, as the copy says itself.
  /// - Throws: `refused` where the file exists, `cannotWrite` where it cannot be written.
  public func backup(to file: String) throws(Failure) -> LogPoint {
    if FileManager.default.fileExists(atPath: file) {
      throw Failure(
        .refused, "\(file) exists already; nothing was changed.",
        help: "Name a new file, such as one with the date.")
    }
    let neighbour = "\(file).\(ProcessInfo.processInfo.processIdentifier).part"
    return try PartialFiles.removing(RegistryFolder.databaseFiles(neighbour)) { () throws(Failure) in
      try copy(to: neighbour, file)
    }
  }

  private func copy(to neighbour: String, _ file: String) throws(Failure) -> LogPoint {
    // VACUUM INTO would add to a file that is there.
    unlink(neighbour)
    do {
      try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [neighbour]) }
      let log = try Self.log(ofCopy: neighbour)
      try RegistryFolder.sync(neighbour)
      guard rename(neighbour, file) == 0 else {
        throw Failure(.cannotWrite, "\(file) cannot be written: \(String(cString: strerror(errno))).")
      }
      try RegistryFolder.sync(FileWriting.parent(of: file))
      return log
    } catch {
      unlink(neighbour)
      throw SQLiteFailures.backupFailure(error, of: folder, to: file)
    }
  }

  /// Makes a registry of a backup in a new or empty folder, and verifies it before it is there.
  ///
  /// - Throws: `noInput` or `badData` where the file is no backup, `badData` with the faults where it does
  ///   not verify, `refused` where the folder holds something.
  public static func restore(_ file: String, to folder: String) throws(Failure) -> VerificationReport {
    guard try FileReading.existing(file) == .file else {
      throw Failure(
        .noInput, "\(file) is a folder, but a backup's file is wanted here.", help: "Name the file inside it."
      )
    }
    try RegistryFolder.checkHeader(of: file)
    var report: VerificationReport?
    try RegistryFolder.make(folder) { neighbour throws(Failure) in
      do {
        try FileManager.default.copyItem(atPath: file, toPath: RegistryFolder.database(in: neighbour))
      } catch {
        throw Failure(.cannotWrite, "\(folder) cannot be written: \(error.localizedDescription).")
      }
      report = try fill(neighbour, from: file)
    }
    guard let report else { throw Failure(.unavailable, "\(file) was not restored.") }
    return report
  }

  private static func fill(_ neighbour: String, from file: String) throws(Failure) -> VerificationReport {
    do {
      let pool = try connect(RegistryFolder.database(in: neighbour))
      let migrator = RegistryMigrations.migrator
      if try pool.read({ try migrator.hasBeenSuperseded($0) }) {
        throw Failure(
          .badData, "\(file) was made by a newer Waymark.", help: "Install that version to restore it.")
      }
      try migrator.migrate(pool)
      let store = SQLiteRegistryStore(folder: file, pool: pool)
      let registry = Registry(store)
      try FileWriting.write(
        RegistryFolder.cardBytes(try registry.identity()), to: RegistryFolder.card(in: neighbour))
      let report = try registry.verify()
      try report.requireSound()
      try close(pool)
      return report
    } catch {
      throw SQLiteFailures.failure(error, at: file)
    }
  }

  /// Reads a finished copy through its own connection.
  private static func log(ofCopy path: String) throws -> LogPoint {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      let rows = SQLiteRows(database: database)
      let (identity, frontier) = (try rows.identity(), try rows.frontier())
      return LogPoint(origin: identity.origin, size: frontier.size, root: frontier.root)
    }
  }
}
