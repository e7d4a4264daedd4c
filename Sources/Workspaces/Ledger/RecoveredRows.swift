import GRDB

/// The table of releases that only their publications know.
enum RecoveredRows {
  /// Refuses a release that was published before.
  static func check(_ identity: ReleaseIdentity, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql:
          "SELECT day, publication FROM recovered WHERE framework = ? AND major = ? AND period = ? AND kind = ?"
      ),
      arguments: ReleaseRows.key(identity))
    guard let row else { return }
    throw ReleaseRule.oneRelease.refusal(
      "It was published before, on \(try row.day("day")), from a newer copy of this workspace: \(identity.words).",
      help: "The publication is the release. Wait for the next school year.")
  }
}
