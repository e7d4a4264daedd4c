import Diagnostics
import Documents
import Testing

@testable import Workspaces

@Suite("Undo")
struct UndoTests {
  private func counting(_ bench: Bench) throws -> [UInt8] {
    try bench.workspace.table(Fixtures.rubric(), period: Fixtures.period, kind: .own).judgements.marks
  }

  @Test("a revision goes, and the one before counts again")
  func review() throws {
    let bench = try Bench(schools: 1, consenting: false)
    _ = try bench.workspace.add(reviews: [try Fixtures.review(1, ["a": "p4"])])
    #expect(try counting(bench).first == 3)
    let change = try bench.workspace.undo()
    #expect(try counting(bench).first == 0)
    #expect(change.entries.map(\.action) == [.undone])
    #expect(change.entries.first?.words.hasPrefix("Took back entry 4: Added revision 2 of") == true)
    #expect(try bench.workspace.auditTrail().count == 5, "the entry that was taken back stays")
    let again = try bench.workspace.add(reviews: [try Fixtures.review(1, ["a": "p4"])])
    #expect(again.reviews.first?.stored.revision == 3)
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("one command is one change: a whole list of members and reviews goes together")
  func whole() throws {
    let bench = try Bench()
    let before = try bench.workspace.status(on: Fixtures.today)
    _ = try bench.workspace.add(
      members: [Fixtures.member(1), Fixtures.member(2)],
      reviews: [try Fixtures.review(1), try Fixtures.review(2)])
    #expect(try bench.workspace.undo().entries.count == 4)
    #expect(try bench.workspace.members().isEmpty && bench.workspace.reviews().isEmpty)
    #expect(before.members.isEmpty)
  }

  @Test("undoing goes back change by change, and stops at the start")
  func steps() throws {
    let bench = try Bench()
    for number in 1...3 { _ = try bench.workspace.add(members: [Fixtures.member(number)]) }
    for left in [2, 1, 0] {
      _ = try bench.workspace.undo()
      #expect(try bench.workspace.members().count == left)
    }
    try expectFailure(.refused) { _ = try bench.workspace.undo() }
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("a named change; not twice; not one that never was")
  func named() throws {
    let bench = try Bench()
    let first = try #require(try bench.workspace.add(members: [Fixtures.member(1)]).change)
    _ = try bench.workspace.add(members: [Fixtures.member(2)])
    let undoing = try bench.workspace.undo(first.number)
    #expect(try bench.workspace.members().map(\.id) == ["100002"])
    try expectFailure(.refused) { _ = try bench.workspace.undo(first.number) }
    try expectFailure(.refused) { _ = try bench.workspace.undo(999) }
    try expectFailure(.refused) { _ = try bench.workspace.undo(undoing.number) }
  }

  @Test("a member with reviews or consent is removed, not undone")
  func memberInUse() throws {
    let bench = try Bench()
    let added = try #require(try bench.workspace.add(members: [Fixtures.member(1)]).change)
    _ = try bench.workspace.add(reviews: [try Fixtures.review(1)])
    let failure = try expectFailure(.refused) { _ = try bench.workspace.undo(added.number) }
    #expect(failure.help.contains("remove the member instead"))
    #expect(try bench.workspace.members().count == 1)
  }

  @Test("a change of name goes back, unless it was changed again")
  func memberChanged() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let first = try #require(try bench.workspace.add(members: [Fixtures.member(1, name: "One")]).change)
    let second = try #require(try bench.workspace.add(members: [Fixtures.member(1, name: "Two")]).change)
    try expectFailure(.refused) { _ = try bench.workspace.undo(first.number) }
    _ = try bench.workspace.undo(second.number)
    #expect(try bench.workspace.member("100001").name == "One")
    _ = try bench.workspace.undo(first.number)
    #expect(try bench.workspace.member("100001").name == "Made-up School 1")
  }

  @Test("a removed member comes back with its reviews and its consent")
  func removal() throws {
    let bench = try Bench(schools: 2)
    let before = try bench.workspace.status(on: Fixtures.today)
    _ = try bench.workspace.removeMember("100001", on: Fixtures.today)
    _ = try bench.workspace.undo()
    let after = try bench.workspace.status(on: Fixtures.today)
    #expect(after.members == before.members)
    #expect(after.occasions == before.occasions)
  }

  @Test("consent given goes; consent withdrawn holds again")
  func consent() throws {
    let bench = try Bench(schools: 1)
    _ = try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today)
    _ = try bench.workspace.undo()
    #expect(try bench.workspace.status(on: Fixtures.today).members[0].consents(to: .sheet))
    _ = try bench.workspace.undo()
    #expect(try !bench.workspace.status(on: Fixtures.today).members[0].consents(to: .sheet))
    #expect(try bench.workspace.consents() == [])
  }

  @Test("a withdrawal is not undone once the member is gone")
  func goneMember() throws {
    let bench = try Bench(schools: 1)
    let withdrawn = try #require(
      try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today))
    _ = try bench.workspace.removeMember("100001", on: Fixtures.today)
    try expectFailure(.refused) { _ = try bench.workspace.undo(withdrawn.number) }
  }

  @Test("starting cannot be undone")
  func start() throws {
    let bench = try Bench()
    try expectFailure(.refused) { _ = try bench.workspace.undo(1) }
    try expectFailure(.refused) { _ = try bench.workspace.undo() }
  }
}
