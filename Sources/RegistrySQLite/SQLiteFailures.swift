import Diagnostics
import GRDB

/// What SQLite runs into, in words for whoever operates a registry.
enum SQLiteFailures {
  /// - Parameter path: the file, as the person named it.
  static func failure(_ error: any Error, at path: String) -> Failure {
    if let failure = error as? Failure { return failure }
    guard let error = error as? DatabaseError else {
      return Failure(.unavailable, "The registry \(path) cannot be used: \(error).")
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Failure(
        .unavailable, "Another program is writing to the registry \(path), and did not finish in time.",
        help: "Try again in a moment.")
    case .SQLITE_FULL:
      return Failure(
        .cannotWrite, "The disk is full: nothing was changed in the registry \(path).",
        help: "Free some space and try again.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      return Failure(
        .cannotWrite, "You may not write to the registry \(path). (\(words(error)))",
        help: "Even reading needs a file beside it for a moment. Check who owns the folder.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return Failure(
        .badData, "The registry \(path) is damaged. (\(words(error)))",
        help: "Keep the files as evidence, and restore a backup.")
    case .SQLITE_IOERR:
      return Failure(
        .cannotWrite,
        "The disk does not work as it should: the registry \(path) was not changed. (\(words(error)))",
        help: "Check for a full or failing disk, then run `waymark registry verify`.")
    case .SQLITE_CONSTRAINT:
      return Failure(
        .badData, "The registry \(path) contradicts itself. (\(words(error)))",
        help: "Run `waymark registry verify`.")
    default:
      return Failure(.unavailable, "The registry \(path) cannot be used. (\(words(error)))")
    }
  }

  /// The same, where it may have been the copy that could not be written.
  static func backupFailure(_ error: any Error, of path: String, to file: String) -> Failure {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL?:
      Failure(
        .cannotWrite, "The disk is full: the backup \(file) was not written.",
        help: "Free some space, or name a file on another disk.")
    case .SQLITE_CANTOPEN?, .SQLITE_READONLY?, .SQLITE_PERM?, .SQLITE_IOERR?:
      Failure(
        .cannotWrite, "The backup \(file) cannot be written.",
        help: "Check that its folder is there and yours.")
    default: failure(error, at: path)
    }
  }

  /// A row that no registry could have written.
  static func damaged(_ what: String) -> Failure {
    Failure(
      .badData, "The registry's file is damaged: \(what) cannot be read.",
      help: "Keep the files as evidence, and restore a backup.")
  }

  private static func words(_ error: DatabaseError) -> String {
    "SQLite: \(error.message ?? error.resultCode.description)"
  }
}
