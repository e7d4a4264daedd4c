import Diagnostics
import Documents
import Testing

@testable import Workspaces

@Suite("Members")
struct MemberTests {
  @Test("added, listed by id, and recorded as one change")
  func add() throws {
    let bench = try Bench()
    let additions = try bench.workspace.add(members: [Fixtures.member(2), Fixtures.member(1)])
    #expect(additions.members == [.added(Fixtures.member(2)), .added(Fixtures.member(1))])
    #expect(try bench.workspace.members() == [Fixtures.member(1), Fixtures.member(2)])
    let change = try #require(additions.change)
    #expect(
      change.entries.map(\.words) == [
        "Added the member Made-up School 2 (100002).", "Added the member Made-up School 1 (100001).",
      ])
    #expect(change.entries.allSatisfy { $0.change == change.number && $0.who == "Lead (made up)" })
    #expect(change.entries.first?.at == "2026-03-02T11:13:20Z")
  }

  @Test("the same again changes nothing; another name is a change that says from what to what")
  func again() throws {
    let bench = try Bench(schools: 1)
    let trail = try bench.workspace.auditTrail().count
    #expect(try bench.workspace.add(members: [Fixtures.member(1)]).change == nil)
    #expect(try bench.workspace.auditTrail().count == trail)
    let additions = try bench.workspace.add(members: [Fixtures.member(1, name: " Made-up Hill ")])
    #expect(additions.members == [.changed(Fixtures.member(1, name: "Made-up Hill"))])
    #expect(
      additions.change?.entries.first?.words
        == "Changed the member Made-up Hill (100001): name from “Made-up School 1” to “Made-up Hill”.")
  }

  @Test("a list that says nothing of when a member joined takes nothing back")
  func joinedStays() throws {
    let bench = try Bench()
    let day = try Fixtures.day("2024-09-01")
    _ = try bench.workspace.add(members: [Fixtures.member(1, joined: day)])
    _ = try bench.workspace.add(members: [Fixtures.member(1)])
    #expect(try bench.workspace.member("100001").joined == day)
  }

  @Test("ids are URNs or slugs; nothing is added where one is wrong")
  func wrong() throws {
    let bench = try Bench()
    for id in ["12345", "Hill School", "", "-hill"] {
      let member = Member(id: id, name: "Made up", region: "E12000004")
      try expectFailure(.badData) { _ = try bench.workspace.add(members: [Fixtures.member(1), member]) }
    }
    try expectFailure(.badData) {
      _ = try bench.workspace.add(members: [Member(id: "hill", name: " ", region: "E12000004")])
    }
    try expectFailure(.badData) {
      _ = try bench.workspace.add(members: [Member(id: "hill", name: "Hill", region: "East")])
    }
    #expect(try bench.workspace.members() == [])
    #expect(try bench.workspace.auditTrail().count == 1)
  }

  @Test("removing: counts nowhere, consent ends, reviews and trail stay")
  func remove() throws {
    let bench = try Bench(schools: 3)
    let change = try #require(try bench.workspace.removeMember("100002", on: Fixtures.today))
    #expect(change.entries.map(\.action) == [.consentWithdrawn, .memberRemoved])
    #expect(change.entries.last?.words.contains("Its reviews (1) stay in the file but count nowhere") == true)
    #expect(try bench.workspace.members().map(\.id) == ["100001", "100003"])
    #expect(try bench.workspace.reviews().count == 3)
    let table = try bench.workspace.table(Fixtures.rubric(), period: Fixtures.period, kind: .own)
    #expect(table.judgements.subjects == ["100001", "100003"])
    #expect(try bench.workspace.consents(of: "100002").map(\.endedOn) == [Fixtures.today])
    let unknown = try expectFailure(.badData) {
      _ = try bench.workspace.removeMember("100002", on: Fixtures.today)
    }
    #expect(unknown.message.contains("not a member"))
  }

  @Test("a member that comes back has its reviews again, but no consent")
  func comeBack() throws {
    let bench = try Bench(schools: 2)
    _ = try bench.workspace.removeMember("100002", on: Fixtures.today)
    let additions = try bench.workspace.add(members: [Fixtures.member(2)])
    #expect(additions.members == [.returned(Fixtures.member(2))])
    let table = try bench.workspace.table(Fixtures.rubric(), period: Fixtures.period, kind: .own)
    #expect(table.judgements.subjects == ["100001", "100002"])
    let cohort = try bench.workspace.cohort(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, on: Fixtures.today)
    #expect(cohort.judgements.subjects == ["100001"])
  }

  @Test("erasing takes the contents out for good, and cannot be undone")
  func erase() throws {
    let bench = try Bench(schools: 2)
    let change = try #require(try bench.workspace.removeMember("100002", on: Fixtures.today, erasing: true))
    #expect(change.entries.map(\.action) == [.consentWithdrawn, .reviewErased, .memberRemoved])
    #expect(try bench.workspace.reviews().map(\.subject) == ["100001"])
    try expectFailure(.refused) { _ = try bench.workspace.undo(change.number) }
    #expect(try bench.workspace.verify().problems == [])
    _ = try bench.workspace.add(members: [Fixtures.member(2)], reviews: [try Fixtures.review(2)])
    #expect(try bench.workspace.reviews().map(\.revision) == [1, 2])
  }

  @Test("an unknown member gets the nearest name")
  func nearest() throws {
    let bench = try Bench()
    _ = try bench.workspace.add(members: [
      Member(id: "hill-school", name: "Made-up Hill", region: "E12000004")
    ])
    let failure = try expectFailure(.badData) { _ = try bench.workspace.member("hil-school") }
    #expect(failure.help == "Did you mean Made-up Hill (hill-school)?")
  }
}
