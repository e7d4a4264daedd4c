import Diagnostics
import GRDB
import Sealing
import Testing

@testable import Workspaces

@Suite("The audit trail")
struct AuditTests {
  @Test("starts with the workspace, counts without gaps, each entry after the one before")
  func chain() throws {
    let bench = try Bench(schools: 3)
    let trail = try bench.workspace.auditTrail()
    #expect(trail.first?.action == .started)
    #expect(trail.map(\.sequence) == Array(1...Int64(trail.count)))
    #expect(trail.first?.previous == AuditEntry.beginning(of: bench.workspace.partnership.workspace))
    for (before, after) in zip(trail, trail.dropFirst()) { #expect(after.previous == before.digest) }
    for entry in trail { #expect(try entry.digestOfContent() == entry.digest) }
    #expect(try bench.workspace.auditTrail(latest: 2) == trail.suffix(2))
    let verification = try bench.workspace.verify()
    #expect(
      verification
        == Verification(entries: Int64(trail.count), head: trail.last?.digest ?? Digest(of: []), problems: [])
    )
  }

  @Test(
    "SQL cannot change it",
    arguments: [
      "UPDATE audit SET words = 'nothing'", "DELETE FROM audit", "DELETE FROM audit WHERE sequence = 3",
      "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 2",
      "INSERT INTO audit SELECT 99, change, at, who, action, words, detail, undoes, previous, digest "
        + "FROM audit WHERE sequence = 2",
      "UPDATE partnership SET name = 'x'", "DELETE FROM partnership", "DELETE FROM member",
      "DELETE FROM review",
      "UPDATE review SET status = 'draft'", "UPDATE review SET content = '{}'",
    ])
  func appendOnly(sql: String) throws {
    let bench = try Bench(schools: 2)
    #expect(throws: DatabaseError.self) { try bench.workspace.queue.write { try $0.execute(sql: sql) } }
    #expect(try bench.workspace.verify().problems == [])
  }

  /// Changes the file behind Waymark's back, triggers gone.
  private func tamper(_ bench: Bench, _ sql: String) throws {
    try bench.workspace.queue.inDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: sql)
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }

  @Test(
    "what was changed behind Waymark's back is found",
    arguments: [
      (
        "UPDATE audit SET words = 'Added nobody.' WHERE sequence = 2",
        "Entry 2 of the audit trail was changed"
      ),
      ("UPDATE audit SET who = 'somebody else' WHERE sequence = 4", "Entry 4"),
      ("DELETE FROM audit WHERE sequence = 3", "Before entry 4 of the audit trail something is missing."),
      (
        "UPDATE review SET content = replace(content, 'p1', 'p4') WHERE id = 1",
        "Review 1 is not what the audit trail says"
      ),
      ("DELETE FROM review WHERE id = 2", "Review 2, which the audit trail names, is gone."),
      (
        "UPDATE consent SET until_day = '2031-01-01' WHERE id = 1",
        "Consent 1 is not what the audit trail says"
      ),
      (
        "INSERT INTO consent SELECT 9, member, purpose, 'x', from_day, NULL, recorded, NULL, NULL, NULL "
          + "FROM consent WHERE id = 1",
        "Consent 9"
      ),
      ("DELETE FROM consent WHERE id = 2", "Consent 2, which the audit trail names, is gone."),
      ("UPDATE consent SET ended = NULL, ended_on = NULL WHERE id = 3", "Consent 3"),
      ("UPDATE member SET name = 'x' WHERE id = '100002'", "Member 100002 is not what the audit trail says"),
      ("UPDATE member SET present = 1 WHERE id = '100003'", "Member 100003"),
      (
        "INSERT INTO review SELECT 77, framework, major, period, kind, subject, '2026-03-03', 1, status, "
          + "version, pinned, digest, content || ' ', source, file, recorded, live FROM review WHERE id = 1",
        "Review 77"
      ),
    ])
  func tampered(sql: String, words: String) throws {
    let bench = try Bench(schools: 3)
    _ = try bench.workspace.removeMember("100003", on: Fixtures.today)
    #expect(try bench.workspace.verify().problems == [])
    try tamper(bench, sql)
    let problems = try bench.workspace.verify().problems
    #expect(problems.contains { $0.contains(words) }, "\(problems)")
  }

  @Test("who is the computer's user where nobody is named")
  func author() throws {
    let folder = try TemporaryFolder()
    let workspace = try Workspace.create(folder.path("a"), for: Fixtures.partnership)
    #expect(try !#require(workspace.auditTrail().first).who.isEmpty)
    #expect(workspace.author == Author.ofThisComputer())
  }
}
