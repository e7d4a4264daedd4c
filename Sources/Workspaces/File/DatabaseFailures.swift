import Diagnostics
import GRDB

/// What goes wrong in SQLite, in words for people. The only place that knows SQLite's codes.
enum DatabaseFailures {
  /// Runs `body` and turns what it throws into failures that name the file.
  static func mapped<Value>(_ path: String, _ body: () throws -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch let failure as Failure {
      throw failure
    } catch let error as DatabaseError {
      throw failure(error, path)
    } catch let damage as Damage {
      throw damaged(path, damage.what)
    } catch {
      throw Failure(.badData, "\(path) cannot be used: \(error).")
    }
  }

  static func failure(_ error: DatabaseError, _ path: String) -> Failure {
    switch error.resultCode {
    case .SQLITE_FULL:
      Failure(
        .cannotWrite, "The disk is full: nothing was changed in \(path).",
        help: "Free some space and try again. The workspace is as it was before.")
    case .SQLITE_IOERR:
      Failure(
        .cannotWrite, "The disk does not take or give what \(path) needs. Nothing was changed.",
        help: "Check that the disk is there and has space, then try again. (\(details(error)))")
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DIRECTORY:
      Failure(
        .cannotWrite, "\(path) may not be changed: its folder is protected against writing.",
        help: "A journal stands beside the file during a change. Work on a copy in a folder of your own.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      Failure(
        .cannotWrite, "\(path) may not be changed by you: it is protected against writing.",
        help: "Ask its owner for permission, or work on a copy.")
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
      Failure(
        .unavailable, "Another program is using \(path). Nothing was changed.",
        help: "Wait until it has finished and try again.")
    case .SQLITE_CANTOPEN:
      Failure(
        .cannotWrite, "\(path) cannot be opened for work.",
        help:
          "Its folder must be writable too: a journal stands beside it in a change. (\(details(error)))"
      )
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: damaged(path, details(error))
    case .SQLITE_CONSTRAINT:
      Failure(
        .refused, "\(path) does not allow this change: \(error.message ?? "a rule of the file forbids it").")
    case .SQLITE_TOOBIG: Failure(.badData, "Something here is too large for \(path).")
    case .SQLITE_NOMEM: Failure(.unavailable, "There is not enough memory to work on \(path).")
    default: damaged(path, details(error))
    }
  }

  static func damaged(_ path: String, _ what: String) -> Failure {
    Failure(
      .badData, "\(path) is damaged: \(what).",
      help: "Work on a good copy, or restore an export with `waymark workspace restore`.")
  }

  private static func details(_ error: DatabaseError) -> String {
    "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no details")"
  }
}

/// A value in the file that Waymark would not have written.
struct Damage: Error {
  let what: String
}
