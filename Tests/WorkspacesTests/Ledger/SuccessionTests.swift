import Diagnostics
import Documents
import Foundation
import Profiles
import Sealing
import Testing

@testable import Workspaces

@Suite("Schools that go on as others, and their statements")
struct SuccessionTests {
  @Test("a school that is there already keeps its own past, and nobody consents for it")
  func takenIn() throws {
    let bench = try Bench(schools: 8)
    _ = try bench.preview(Maker())
    _ = try bench.workspace.add(members: [Fixtures.member(9)])
    let until = try bench.workspace.unsettledUntil("100009", on: Fixtures.today)
    #expect(until != nil)
    _ = try bench.workspace.rename("100001", to: "100009", on: Fixtures.today)
    #expect(try bench.workspace.unsettledUntil("100009", on: Fixtures.today) == until)
    #expect(try bench.workspace.consents(of: "100009").filter { $0.endedOn == nil } == [])
    _ = try bench.workspace.undo()
    // One that takes in another consents to what both consented to.
    try bench.consent(["100009"])
    _ = try bench.workspace.withdrawConsent(["100002"], to: nil, on: Fixtures.today)
    _ = try bench.workspace.merge(["100009", "100002"], into: "100009", on: Fixtures.today)
    #expect(try bench.workspace.consents(of: "100009").filter { $0.endedOn == nil } == [])
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("a mark that is gone is missed even where nothing was published yet, and its lead may say so")
  func emptyLedger() throws {
    let bench = try Bench(schools: 8)
    let before = try bench.folder.bytes("valley.waymark")
    try FileManager.default.removeItem(atPath: "\(bench.path).ledger")
    let maker = Maker()
    let missing = try expectFailure(.refused) { _ = try bench.preview(maker) }
    #expect(missing.message.contains("“ledger-missing”") && missing.help.contains("--nothing-published"))
    try bench.workspace.recoverEmptyLedger()
    try expectFailure(.refused) { try bench.workspace.recoverEmptyLedger() }
    _ = try bench.preview(maker)
    #expect(maker.calls == 1)
    // The copy from before it, put back with the mark of the file: nobody may say that nothing was.
    try bench.folder.write(before, to: "valley.waymark")
    try expectFailure(.refused) { try Workspace.open(bench.path).recoverEmptyLedger() }
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("a statement under another key, or of another partnership than the list says, is refused")
  func statements() throws {
    let old = try Bench(schools: 8)
    let key = try SigningKey(name: "made.up/key")
    let other = try SigningKey(name: "made.up/key")
    let file = try old.workspace.statement(of: "100001", signedBy: key, on: Fixtures.today)
    let new = try Bench()
    var moved = Fixtures.member(1)
    moved.movedFrom = "somewhere-else"
    _ = try new.workspace.add(members: [moved])
    func settle(_ signers: [VerifyingKey]?) throws {
      _ = try new.workspace.settle("100001", with: file, signers: signers, on: Fixtures.today)
    }
    let place = try expectFailure(.refused) { try settle(nil) }
    #expect(place.message.contains("somewhere-else") && place.message.contains("“history”"))
    moved.movedFrom = "made-up-valley"
    _ = try new.workspace.add(members: [moved])
    let wrong = try expectFailure(.refused) { try settle([other.verifyingKey]) }
    #expect(wrong.message.contains("“history”") && wrong.message.contains(key.verifyingKey.text))
    #expect(try new.workspace.unsettledUntil("100001", on: Fixtures.today) != nil)
    try settle([other.verifyingKey, key.verifyingKey])
    #expect(try new.workspace.unsettledUntil("100001", on: Fixtures.today) == nil)
  }
}
