import GRDB
import Sealing

/// Cancels releases that lost a member's consent before they were signed.
enum Cancelling {
  /// Records every such release. A consent that merely ran out does not count as withdrawn: signing waits for
  /// a new one.
  static func cancelUncovered(_ recorder: inout Recorder) throws {
    let workspace = try Partnership.read(recorder.db).workspace
    var done: Set<Int64> = []
    for row in try Row.fetchAll(recorder.db, sql: uncovered, arguments: [Consent.everyone]) {
      let id = try row.number("id")
      guard done.insert(id).inserted else { continue }
      let identity = try ReleaseRows.identity(row, workspace)
      let member = try row.text("member")
      let label = try MemberRows.find(member, recorder.db)?.member.label ?? member
      let sequence = try recorder.record(
        .releaseCancelled, AuditWords.cancelled(identity, because: label),
        ["cancelled": .int(id), "member": .string(member)])
      try recorder.db.execute(
        sql: "UPDATE release SET cancelled = ? WHERE id = ?", arguments: [sequence, id])
    }
  }

  private static let uncovered = """
    SELECT release.*, cohort.member FROM release JOIN cohort ON cohort.release = release.id
    WHERE signed IS NULL AND cancelled IS NULL AND NOT EXISTS
      (SELECT 1 FROM consent WHERE ended IS NULL AND undone IS NULL AND purpose = 'sheet'
        AND consent.member = cohort.member AND consent.audience IN (release.audience, ?))
    ORDER BY release.id, cohort.member
    """
}
