import Diagnostics
import GRDB
import Testing

@testable import Workspaces

@Suite("Watch lists: undo and tampering")
struct WatchUndoTests {
  @Test("every step goes back, the last first")
  func steps() throws {
    let bench = try Bench(watching: 1)
    try bench.open(1)
    try bench.report(1)
    try bench.agree(1, "school")
    try bench.withdraw(1, "school")
    try bench.agree(1, "school")
    try bench.agree(1, "group")
    func entry() throws -> WatchEntry? { try bench.status().watched.first?.entry }
    #expect(try entry() == nil)
    _ = try bench.workspace.undo()
    #expect(try entry()?.agreed.map(\.side) == ["school"])
    _ = try bench.workspace.undo()
    #expect(try entry()?.agreed.isEmpty == true)
    _ = try bench.workspace.undo()
    #expect(try entry()?.agreed.map(\.side) == ["school"])
    _ = try bench.workspace.undo()
    #expect(try entry()?.words.isEmpty == true && entry()?.reports.count == 1)
    _ = try bench.workspace.undo()
    #expect(try entry()?.reports.isEmpty == true)
    _ = try bench.workspace.undo()
    #expect(try entry() == nil && bench.status().left.isEmpty)
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("what others built on is not taken away beneath them")
  func builtOn() throws {
    let bench = try Bench(watching: 1)
    let added = 2 as Int64
    let opened = try #require(try bench.open(1))
    try bench.expectUntouched(.refused) { _ = try bench.workspace.undo(added) }
    try bench.report(1)
    try bench.expectUntouched(.refused) { _ = try bench.workspace.undo(opened.number) }
    let word = try #require(try bench.agree(1, "school").change)
    let closed = try #require(try bench.agree(1, "group").change)
    try bench.expectUntouched(.refused) { _ = try bench.workspace.undo(word.number) }
    try bench.open(1, since: "2026-02-10")
    try bench.expectUntouched(.refused) { _ = try bench.workspace.undo(closed.number) }
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("the trail says what happened, and names nobody")
  func trail() throws {
    let bench = try Bench(watching: 1)
    try bench.open(1)
    try bench.report(1)
    try bench.agree(1, "school")
    try bench.agree(1, "group")
    let trail = try bench.workspace.auditTrail(latest: 5)
    #expect(
      trail.map(\.action) == [.watchOpened, .watchReported, .watchAgreed, .watchAgreed, .watchClosed])
    #expect(
      trail.last?.words
        == "Made-up School 1 (100001) left “The list” of made-up-watch on 2026-02-01: all sides say that it is enough."
    )
    for entry in trail {
      let text = entry.words + entry.detail.prettyText()
      for secret in ["Jo Bell", "Sam Reed", "Two visits"] { #expect(!text.contains(secret)) }
    }
  }

  @Test(
    "what was changed past Waymark shows",
    arguments: [
      "UPDATE watch_entry SET ended = NULL, ended_on = NULL", "UPDATE watch_report SET content = NULL",
      "UPDATE watch_word SET undone = recorded WHERE id = 1",
      "DROP TRIGGER watch_report_is_never_deleted; DELETE FROM watch_report",
      "DROP TRIGGER watch_word_is_never_changed; UPDATE watch_word SET enough = 0",
      "DROP TRIGGER watch_entry_content_is_only_erased; UPDATE watch_entry SET content = '{}'",
    ])
  func tampering(_ sql: String) throws {
    let bench = try Bench(watching: 1)
    try bench.open(1)
    try bench.report(1)
    try bench.agree(1, "school")
    try bench.agree(1, "group")
    #expect(try bench.workspace.verify().problems == [])
    try DatabaseQueue(path: bench.path).write { try $0.execute(sql: sql) }
    #expect(try !bench.workspace.verify().problems.isEmpty)
  }

  @Test(
    "rows are never changed or deleted",
    arguments: [
      "DELETE FROM watch_entry", "DELETE FROM watch_report", "DELETE FROM watch_word",
      "UPDATE watch_entry SET member = '1'", "UPDATE watch_report SET content = 'x'",
      "UPDATE watch_word SET enough = 0",
    ])
  func triggers(_ sql: String) throws {
    let bench = try Bench(watching: 1)
    try bench.open(1)
    try bench.report(1)
    try bench.agree(1, "school")
    #expect(throws: DatabaseError.self) {
      try DatabaseQueue(path: bench.path).write { try $0.execute(sql: sql) }
    }
  }
}
