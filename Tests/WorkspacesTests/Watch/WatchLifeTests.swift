import Diagnostics
import Documents
import Testing

@testable import Workspaces

@Suite("Watch lists: the life of an entry")
struct WatchLifeTests {
  @Test("opened with an owner, reported on, closed by every side")
  func life() throws {
    let bench = try Bench(watching: 2)
    try bench.open(1)
    var entry = try #require(try bench.status().watched.first?.entry)
    #expect(entry.opening == WatchOpening(owner: "Jo Bell (made up)", role: "lead", reason: "made up"))
    try bench.report(1)
    #expect(try bench.agree(1, "school").stillToAgree.map(\.id.value) == ["group"])
    entry = try #require(try bench.status().watched.first?.entry)
    #expect(
      entry.reports.map(\.content) == [.init(by: "Jo Bell (made up)", text: "Two visits.", progress: .better)]
    )
    #expect(entry.agreed.map(\.side) == ["school"])
    let closing = try bench.agree(1, "group")
    #expect(closing.isClosed && closing.change?.entries.map(\.action) == [.watchAgreed, .watchClosed])
    let status = try bench.status()
    #expect(status.watched.isEmpty)
    #expect(try status.left.map(\.entry.endedOn) == [Fixtures.day("2026-02-01")])
    #expect(status.left.first?.entry.words.map(\.by) == ["Sam Reed (made up)", "Sam Reed (made up)"])
    #expect(try bench.workspace.verify().problems == [])
    // It may come back, as a time of its own.
    try bench.open(1, since: "2026-02-10")
    #expect(try bench.status().watched.count == 1 && bench.status().left.count == 1)
  }

  @Test("a side takes its word back, and the list waits for it again")
  func withdrawal() throws {
    let bench = try Bench(watching: 1)
    try bench.open(1)
    try bench.agree(1, "school")
    try bench.withdraw(1, "school")
    #expect(try bench.agree(1, "group").stillToAgree.map(\.id.value) == ["school"])
    #expect(try bench.status().watched.first?.entry.agreed.map(\.side) == ["group"])
    #expect(try bench.agree(1, "group").change == nil, "the same word twice changes nothing")
    #expect(try bench.agree(1, "school").isClosed)
  }

  @Test("what the framework asks besides must hold on the latest review")
  func closesWhen() throws {
    let bench = try Bench(watching: 1)
    try bench.open(1, "until-green")
    try bench.expectUntouched(.refused) { try bench.agree(1, "group", "until-green") }
    _ = try bench.workspace.add(reviews: [try WatchFixtures.review(1, "2025-10-01", results: "green")])
    _ = try bench.workspace.add(reviews: [try WatchFixtures.review(1, "2025-11-01", results: "red")])
    let failure = try bench.expectUntouched(.refused) { try bench.agree(1, "group", "until-green") }
    #expect(failure.message.hasSuffix("“Until green”: A school stays while results are not green."))
    #expect(failure.help.contains("peer review, 2025-26, 2025-11-01"))
    #expect(try bench.status("until-green").watched.first?.mayLeave == .holdsNot)
    _ = try bench.workspace.add(reviews: [
      try WatchFixtures.review(1, "2025-12-01", results: "green", status: "draft")
    ])
    try bench.expectUntouched(.refused) { try bench.agree(1, "group", "until-green") }
    _ = try bench.workspace.add(reviews: [try WatchFixtures.review(1, "2025-12-02", results: "green")])
    #expect(try bench.agree(1, "group", "until-green").isClosed)
  }

  @Test("what is refused, and writes nothing")
  func refusals() throws {
    let bench = try Bench(watching: 2)
    try bench.expectUntouched(.badData) { try bench.open(9) }
    try bench.expectUntouched(.badData) { try bench.open(1, owner: " ") }
    try bench.expectUntouched(.badData) { try bench.open(1, owner: "Jo\nBell") }
    try bench.expectUntouched(.badData) { try bench.open(1, since: "2026-03-03") }
    try bench.expectUntouched(.refused) { try bench.report(1) }
    try bench.expectUntouched(.refused) { try bench.agree(1, "group") }
    try bench.open(1)
    let twice = try bench.expectUntouched(.refused) { try bench.open(1) }
    #expect(twice.message == "Made-up School 1 (100001) is on “The list” already, since 2025-10-05.")
    try bench.expectUntouched(.refused) { try bench.report(2) }
    try bench.expectUntouched(.badData) { try bench.report(1, on: "2025-10-04") }
    try bench.expectUntouched(.badData) { try bench.report(1, on: "2027-01-01") }
    let side = try bench.expectUntouched(.badData) { try bench.agree(1, "schol") }
    #expect(side.help.hasPrefix("Did you mean “school”?"))
    try bench.expectUntouched(.refused) { try bench.withdraw(1, "school") }
    let list = try WatchFixtures.list()
    try expectFailure(.badData) { _ = try list.ownerRole("leed") }
    #expect(try list.ownerRole(nil) == "lead" && list.ownerRole("head") == "head")
    try bench.agree(1, "school")
    try bench.agree(1, "group")
    let closed = try bench.expectUntouched(.refused) { try bench.agree(1, "school") }
    #expect(closed.message.contains("left “The list” on 2026-02-01"))
  }

  @Test("the same school may be on two lists")
  func twoLists() throws {
    let bench = try Bench(watching: 1)
    try bench.open(1)
    try bench.open(1, "until-green")
    #expect(
      try bench.workspace.watchLists(WatchFixtures.rubric(), on: Fixtures.today).map(\.watched.count) == [
        1, 1,
      ])
    #expect(try bench.workspace.frameworksInUse().map(\.id) == ["made-up-watch"])
  }

  @Test("who leaves the partnership leaves the list; erasing takes what was written")
  func removal() throws {
    let bench = try Bench(watching: 2)
    for number in [1, 2] {
      try bench.open(number)
      try bench.report(number)
      try bench.agree(number, "school")
    }
    _ = try bench.workspace.removeMember("100001", on: Fixtures.today)
    #expect(try bench.status().left.map(\.entry.endedOn) == [Fixtures.today])
    _ = try bench.workspace.undo()
    #expect(try bench.status().watched.count == 2)
    _ = try bench.workspace.removeMember("100002", on: Fixtures.today, erasing: true)
    let gone = try #require(try bench.status().left.first?.entry)
    #expect(gone.opening == nil && gone.reports.map(\.content) == [nil] && gone.words.map(\.by) == [nil])
    #expect(try bench.workspace.verify().problems == [])
    try expectFailure(.refused) { _ = try bench.workspace.undo() }
  }
}
