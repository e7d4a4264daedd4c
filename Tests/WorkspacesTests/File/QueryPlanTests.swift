import GRDB
import Testing

@testable import Workspaces

@Suite("The plans of queries that every command makes")
struct QueryPlanTests {
  private func plan(_ sql: String, _ arguments: StatementArguments = []) throws -> [String] {
    let bench = try Bench()
    return try bench.workspace.queue.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments).map { $0["detail"] }
    }
  }

  @Test("the reviews that count come from one index, in order")
  func counting() throws {
    let plan = try plan(ReviewTables.countingQuery, ["f", 1, "2025-26", "self"])
    #expect(
      plan.first
        == "SEARCH review USING INDEX review_standing "
        + "(live=? AND framework=? AND major=? AND period=? AND kind=?)"
    )
    #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test("status is answered from the index alone")
  func status() throws {
    #expect(try plan(StatusQuery.query) == ["SEARCH review USING COVERING INDEX review_standing (live=?)"])
  }

  @Test("consent is looked up by purpose in an index")
  func consent() throws {
    let plan = try plan(ConsentRows.coveredQuery, ["sheet", "public", "public", "2026-01-01"])
    #expect(plan.first == "SEARCH consent USING INDEX consent_standing (purpose=?)", "\(plan)")
  }

  @Test("the end of the audit trail is found at once")
  func trail() throws {
    #expect(
      try plan("SELECT sequence, digest FROM audit ORDER BY sequence DESC LIMIT 1") == ["SCAN audit"],
      "by rowid, backwards, one row")
    #expect(
      try plan("SELECT * FROM audit WHERE change = 1 ORDER BY sequence")
        == ["SEARCH audit USING INDEX audit_change (change=?)"])
  }
}
