import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Workspaces

@Suite("The file: trouble on the way")
struct TroubleTests {
  /// Reviews enough to need new pages.
  private func manyReviews() throws -> [IncomingReview] {
    try (1...20).map {
      try Fixtures.review(1, date: "2026-01-\($0 + 10)", note: String(repeating: "x", count: 8_000))
    }
  }

  @Test("a full disk: nothing is changed, and the file stays whole")
  func fullDisk() throws {
    let bench = try Bench(schools: 2)
    let before = try bench.workspace.export()
    try bench.workspace.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Row.fetchAll(db, sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let reviews = try manyReviews()
    let failure = try expectFailure(.cannotWrite) { _ = try bench.workspace.add(reviews: reviews) }
    #expect(failure.message.contains("full"))
    #expect(try bench.workspace.export() == before)
    #expect(try Workspace.open(bench.path).verify().problems == [])
    #expect(bench.folder.names == ["valley.waymark", "valley.waymark.ledger"])
  }

  @Test("a program that died in the middle of a change: the next one finds the state before it")
  func hotJournal() throws {
    let bench = try Bench(schools: 2)
    let before = try bench.workspace.export()
    let copy = bench.folder.path("copy.waymark")
    // A change whose pages spill into the file while it goes on, copied as a crash would leave it.
    try bench.workspace.queue.writeWithoutTransaction { db in
      _ = try Row.fetchAll(db, sql: "PRAGMA cache_size = 1")
      _ = try Row.fetchAll(db, sql: "PRAGMA cache_spill = 1")
      try db.execute(sql: "BEGIN IMMEDIATE")
      for number in 1...500 {
        try db.execute(
          sql: "INSERT INTO member VALUES (?, ?, 'E12000004', NULL, NULL, 1, 1)",
          arguments: ["spilled-\(number)", String(repeating: "n", count: 500)])
      }
      try FileManager.default.copyItem(atPath: bench.path, toPath: copy)
      try FileManager.default.copyItem(atPath: bench.path + "-journal", toPath: copy + "-journal")
      try db.execute(sql: "ROLLBACK")
    }
    let workspace = try Workspace.open(copy)
    #expect(try workspace.export() == before)
    #expect(try workspace.verify().problems == [])
    #expect(!bench.folder.names.contains("copy.waymark-journal"))
    _ = try workspace.add(members: [Fixtures.member(9)])
  }

  @Test("another program that holds the file: the wait ends with a plain message")
  func busy() throws {
    let bench = try Bench(schools: 1)
    var impatient = WorkspaceFile.configuration()
    impatient.busyMode = .timeout(0.05)
    let other = Workspace(
      path: bench.path, partnership: bench.workspace.partnership, author: "other",
      queue: try DatabaseQueue(path: bench.path, configuration: impatient), clock: Bench.clock)
    try bench.workspace.queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let failure = try expectFailure(.unavailable) { _ = try other.add(members: [Fixtures.member(2)]) }
      #expect(failure.message.contains("Another program"))
      try db.execute(sql: "COMMIT")
    }
    _ = try other.add(members: [Fixtures.member(2)])
    #expect(try bench.workspace.members().count == 2)
  }

  @Test("many writers at once: every change is kept, and the trail stays one chain")
  func concurrent() async throws {
    let bench = try Bench()
    let path = bench.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let workspace = try Workspace.open(path, by: "writer \(writer)")
          for number in 0..<10 { _ = try workspace.add(members: [Fixtures.member(writer * 10 + number)]) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try bench.workspace.members().count == 40)
    let verification = try bench.workspace.verify()
    #expect(verification.problems == [])
    #expect(verification.entries == 41)
  }

  @Test("a file that may only be read: reading works, changing is refused")
  func readOnly() throws {
    let bench = try Bench(schools: 2)
    var readOnly = WorkspaceFile.configuration()
    readOnly.readonly = true
    let workspace = Workspace(
      path: bench.path, partnership: bench.workspace.partnership, author: "reader",
      queue: try DatabaseQueue(path: bench.path, configuration: readOnly), clock: Bench.clock)
    #expect(try workspace.members().count == 2)
    #expect(try workspace.status(on: Fixtures.today).occasions.count == 1)
    let failure = try expectFailure(.cannotWrite) { _ = try workspace.add(members: [Fixtures.member(3)]) }
    #expect(failure.message.contains("protected against writing"))
  }

  @Test("what was erased is gone from the file's bytes")
  func secureDelete() throws {
    let bench = try Bench()
    _ = try bench.workspace.add(
      members: [Fixtures.member(1)], reviews: [try Fixtures.review(1, note: "a-very-particular-secret")])
    let secret = Array("a-very-particular-secret".utf8)
    #expect(contains(try bench.folder.bytes("valley.waymark"), secret))
    _ = try bench.workspace.removeMember("100001", on: Fixtures.today, erasing: true)
    #expect(!contains(try bench.folder.bytes("valley.waymark"), secret))
    #expect(try bench.workspace.verify().problems == [])
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    Data(bytes).range(of: Data(part)) != nil
  }
}
