import GRDB
import Sealing

/// Cancels releases that lost a member's consent before they were signed, and contributions that lost it before they
/// were handed over.
enum Cancelling {
  /// Records every such release. A consent that merely ran out does not count as withdrawn: signing waits for
  /// a new one.
  static func cancelUncovered(_ recorder: inout Recorder) throws {
    for release in try ReleaseRows.open(recorder.db) {
      let coverage = try Coverage(.sheet, release.audience, on: nil, recorder.db)
      guard let member = release.members.first(where: { !coverage.holds($0) }) else { continue }
      let sequence = try recorder.record(
        .releaseCancelled, AuditWords.cancelled(release.identity, because: label(of: member, recorder.db)),
        ["cancelled": .int(release.id), "member": .string(member)])
      try recorder.db.cachedStatement(sql: "UPDATE release SET cancelled = ? WHERE id = ?").execute(
        arguments: [sequence, release.id])
    }
    for contribution in try ContributionRows.all(recorder.db) where contribution.state == .fixed {
      let coverage = try Coverage(.pool, Consent.everyone, on: nil, recorder.db)
      guard let member = contribution.cohort.first(where: { !coverage.holds($0.member) })?.member else {
        continue
      }
      let words = AuditWords.cancelledContribution(
        contribution.identity, because: try label(of: member, recorder.db))
      let task = contribution.task.description
      let sequence = try recorder.record(
        .contributionCancelled, words, ["task": .string(task), "member": .string(member)])
      try recorder.db.cachedStatement(sql: "UPDATE contribution SET cancelled = ? WHERE task = ?").execute(
        arguments: [sequence, task])
    }
  }

  private static func label(of member: String, _ db: Database) throws -> String {
    try MemberRows.find(member, db)?.member.label ?? member
  }
}

/// A release that is neither signed nor cancelled.
struct OpenRelease {
  let id: Int64
  let identity: ReleaseIdentity
  let audience: String
  /// Of its cohort.
  let members: [String]
}

extension ReleaseRows {
  static func open(_ db: Database) throws -> [OpenRelease] {
    let workspace = try Partnership.read(db).workspace
    return try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM release WHERE signed IS NULL AND cancelled IS NULL ORDER BY id")
    ).map { row in
      let id = try row.number("id")
      return OpenRelease(
        id: id, identity: try identity(row, workspace), audience: try row.text("audience"),
        members: try String.fetchAll(
          db.cachedStatement(sql: "SELECT member FROM cohort WHERE release = ? ORDER BY member"),
          arguments: [id]))
    }
  }
}
