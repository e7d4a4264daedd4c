import Documents
import Testing

@testable import Workspaces

@Suite("Watch lists: who is proposed")
struct WatchProposalTests {
  private func proposed(_ bench: Bench) throws -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: try bench.status().proposed.map {
        ($0.member.id, $0.findings.flatMap { $0.triggers.map(\.trigger.id.value) })
      })
  }

  @Test("a trigger is shown with its signals, and the review that pulled it with its trends")
  func trigger() throws {
    let bench = try Bench(watching: 3)
    _ = try bench.workspace.add(reviews: [
      try WatchFixtures.review(1, "2025-10-01", english: 60),
      try WatchFixtures.review(1, "2026-01-10", english: 55),
      try WatchFixtures.review(2, "2025-10-01", english: 55),
      try WatchFixtures.review(2, "2026-01-10", english: 60),
    ])
    let proposal = try #require(try bench.status().proposed.first)
    #expect(try bench.status().proposed.count == 1 && proposal.member.id == "100001")
    let findings = try #require(proposal.findings.first)
    #expect(findings.triggers.map(\.trigger.text) == ["Talk soon."])
    #expect(findings.triggers.first?.signals.map(\.id.value) == ["declining"], "not the other that it names")
    #expect(findings.trends.map(\.category.id.value) == ["declining"] && findings.trends.first?.change == -5)
    #expect(findings.review.date?.description == "2026-01-10")
  }

  @Test("reviews count in the order of year, occasion and date, whenever they were added")
  func order() throws {
    let bench = try Bench(watching: 2)
    // Added backwards. By order: 70, 60, 58.
    _ = try bench.workspace.add(reviews: [
      try WatchFixtures.review(1, "2026-01-20", occasion: "spring", english: 58),
      try WatchFixtures.review(1, "2026-01-25", occasion: "autumn", english: 60),
      try WatchFixtures.review(1, "2025-06-01", occasion: "summer", english: 70),
    ])
    let one = try #require(
      try bench.workspace.watchLists(WatchFixtures.rubric(), list: "list", on: Fixtures.today).first)
    #expect(one.proposed.isEmpty, "2 below the occasion before is stable")
    // A correction of the same occasion takes its place and is not compared with it.
    _ = try bench.workspace.add(reviews: [
      try WatchFixtures.review(1, "2026-02-01", occasion: "spring", english: 57)
    ])
    #expect(try proposed(bench) == ["100001": ["help"]])
    #expect(try bench.status().proposed.first?.findings.first?.trends.first?.change == -3)
  }

  @Test("what is asked twice is asked of the review before; kinds are kept apart; drafts do not count")
  func previous() throws {
    let bench = try Bench(watching: 3)
    _ = try bench.workspace.add(reviews: [
      try WatchFixtures.review(1, "2025-10-01", results: "red"),
      try WatchFixtures.review(1, "2026-01-10", results: "red"),
      try WatchFixtures.review(2, "2025-10-01", results: "red", kind: "self"),
      try WatchFixtures.review(2, "2026-01-10", results: "red"),
      try WatchFixtures.review(3, "2025-10-01", results: "red"),
      try WatchFixtures.review(3, "2026-01-10", results: "red", status: "draft"),
    ])
    #expect(try proposed(bench) == ["100001": ["stays-red"]])
  }

  @Test("who is on the list is not proposed; who left is proposed by a newer review only")
  func again() throws {
    let bench = try Bench(watching: 1)
    _ = try bench.workspace.add(reviews: [try WatchFixtures.review(1, "2025-10-01", asked: true)])
    #expect(try proposed(bench) == ["100001": ["help"]], "a trigger that opens no list proposes nobody")
    try bench.open(1)
    #expect(try bench.status().proposed.isEmpty)
    #expect(try bench.status().watched.first?.findings.count == 1)
    try bench.agree(1, "school")
    try bench.agree(1, "group")
    #expect(try bench.status().proposed.isEmpty)
    _ = try bench.workspace.add(reviews: [try WatchFixtures.review(1, "2026-02-20", asked: true)])
    #expect(try proposed(bench) == ["100001": ["help"]])
  }

  @Test("reports are due once a turn, late after its last day")
  func due() throws {
    let bench = try Bench(watching: 1)
    try bench.open(1, since: "2025-10-05")
    func due(_ day: String) throws -> ReportDue {
      try #require(try bench.status(on: Fixtures.day(day)).watched.first?.due)
    }
    #expect(try due("2025-10-31").isDue == false)
    #expect(try due("2025-11-01").isDue && !due("2025-12-31").isOverdue)
    #expect(try due("2026-01-01").missed == 1 && due("2026-02-20").missed == 2)
    try bench.report(1, on: "2026-01-15")
    #expect(try due("2026-02-19").isDue == false)
    #expect(try due("2026-02-20").days.upperBound.description == "2026-03-31")
    #expect(try due("2026-04-01").isOverdue)
  }
}
