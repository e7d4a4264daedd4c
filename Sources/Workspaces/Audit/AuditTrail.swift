import Diagnostics
import GRDB
import Sealing

extension Workspace {
  /// The audit trail, oldest first.
  ///
  /// - Parameter latest: only so many of the newest entries.
  public func auditTrail(latest: Int? = nil) throws(Failure) -> [AuditEntry] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM audit ORDER BY sequence DESC LIMIT ?",
        arguments: [latest.map { max(0, $0) } ?? -1])
      return try rows.reversed().map { try AuditEntry($0) }
    }
  }

  /// Looks for what anybody changed past Waymark: every entry against its digest and the one before, every
  /// review and release against what the trail says of it, and the file against SQLite's own checks.
  public func verify() throws(Failure) -> Verification { try read { try Verification.run($0) } }
}

/// Whether a workspace is as Waymark left it.
public struct Verification: Sendable, Equatable {
  /// How long the audit trail is.
  public let entries: Int64
  /// The last entry's digest. Written down elsewhere, it also shows later whether the end was cut off.
  public let head: Digest
  /// What is wrong, in plain words; empty where nothing is.
  public let problems: [String]
}
