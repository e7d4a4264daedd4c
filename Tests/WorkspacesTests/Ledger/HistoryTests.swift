import Diagnostics
import Documents
import Profiles
import Sealing
import Testing

@testable import Workspaces

@Suite("What a school brings from elsewhere")
struct HistoryTests {
  /// A partnership with a release, and the statement of its first school that goes.
  private static func departed() throws -> (bench: Bench, statement: [UInt8]) {
    let bench = try Bench(schools: 8)
    _ = try bench.preview(Maker())
    let key = try SigningKey(name: "made.up/key")
    return (bench, try bench.workspace.statement(of: "100001", signedBy: key, on: Fixtures.today))
  }

  private static func member(_ number: Int, from origin: String) -> Member {
    var member = Fixtures.member(number)
    member.movedFrom = origin
    return member
  }

  @Test("a school that joins late is unsettled until somebody says, or a statement is read")
  func statements() throws {
    let (old, file) = try Self.departed()
    #expect(!String(decoding: file, as: UTF8.self).contains("\"p1\""), "no score")
    let statement = try StatementFile.decode(file)
    #expect(statement.entries.count == 3 && statement.unsettledSince == nil)
    var changed = file
    changed[40] ^= 1
    try expectFailure(.badData) { _ = try StatementFile.decode(changed) }
    #expect(try old.workspace.unsettledUntil("100001", on: Fixtures.today) == Day("2031-03-02"))
    let new = try Bench()
    _ = try new.workspace.add(members: [Self.member(1, from: "made-up-valley")])
    #expect(try new.workspace.unsettledUntil("100001", on: Fixtures.today) == Day("2031-03-02"))
    #expect(try new.workspace.settle("100001", with: file, on: Fixtures.today).added == 3)
    #expect(try new.workspace.settle("100001", with: file, on: Fixtures.today).added == 0)
    #expect(try new.workspace.unsettledUntil("100001", on: Fixtures.today) == nil)
    try expectFailure(.refused) { _ = try old.workspace.settle("100001", with: file, on: Fixtures.today) }
    try expectFailure(.refused) {
      _ = try new.workspace.add(members: [Fixtures.member(2)])
      _ = try new.workspace.settle("100002", with: file, on: Fixtures.today)
    }
    #expect(try new.workspace.verify().problems == [])
  }

  @Test("a school that was elsewhere is never said to be new, not even when it comes back")
  func openStay() throws {
    let (_, file) = try Self.departed()
    let new = try Bench()
    let change = try #require(
      try new.workspace.add(members: [Self.member(1, from: "made-up-hills")]).change)
    func expectRefusal() throws {
      let first = try expectFailure(.refused) {
        _ = try new.workspace.settleAsFirst("100001", on: Fixtures.today)
      }
      #expect(first.message.contains("“made-up-hills”") && first.message.contains("“history”"))
      let other = try expectFailure(.refused) {
        _ = try new.workspace.settle("100001", with: file, on: Fixtures.today)
      }
      #expect(other.message.contains("“made-up-hills”"))
    }
    try expectRefusal()
    _ = try new.workspace.removeMember("100001", on: Fixtures.today)
    _ = try new.workspace.add(members: [Fixtures.member(1)])
    #expect(try new.workspace.histories().first?.origin == "made-up-hills")
    try expectRefusal()
    // What was a mistake in the list can be taken back; what is five years ago counts no more.
    let later = try Fixtures.day("2031-03-02")
    _ = try new.workspace.settleAsFirst("100001", on: later)
    _ = try new.workspace.undo()
    for _ in 0..<2 { _ = try new.workspace.undo() }
    _ = try new.workspace.undo(change.number)
    _ = try new.workspace.add(members: [Fixtures.member(1)])
    _ = try new.workspace.settleAsFirst("100001", on: Fixtures.today)
    #expect(try new.workspace.unsettledUntil("100001", on: Fixtures.today) == nil)
    #expect(try new.workspace.verify().problems == [])
  }

  @Test(
    "a school that left is in no release until it comes back with a statement, from the same place as before or not"
  )
  func leftAndBack() throws {
    let bench = try Bench(schools: 8)
    _ = try bench.preview(Maker())
    let moved = Self.member(9, from: "made-up-hills")
    _ = try bench.workspace.add(members: [moved])
    let key = try SigningKey(name: "made.up/key")
    func word() throws -> MemberHistory? { try bench.workspace.histories().first { $0.member == "100009" } }
    #expect(try word()?.word == .moved)
    _ = try bench.workspace.statement(of: "100009", signedBy: key, on: Fixtures.today)
    #expect(try word()?.word == .left)
    let later = try Fixtures.day("2041-03-02")
    #expect(try bench.workspace.unsettledUntil("100009", on: later) == Day("2046-03-02"))
    _ = try bench.workspace.add(members: [moved])
    #expect(try word()?.word == .moved)
    #expect(try bench.workspace.add(members: [moved]).change == nil, "the same list says nothing new")
    #expect(try bench.workspace.verify().problems == [])
  }
}
