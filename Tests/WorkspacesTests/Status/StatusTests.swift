import Documents
import Testing

@testable import Workspaces

@Suite("Status")
struct StatusTests {
  @Test("who is there, who is missing, who is a draft")
  func standings() throws {
    let bench = try Bench()
    _ = try bench.workspace.add(
      members: (1...4).map { Fixtures.member($0) } + [
        Fixtures.member(5, joined: try Fixtures.day("2026-09-01"))
      ],
      reviews: [
        try Fixtures.review(1), try Fixtures.review(2, status: "draft"),
        try Fixtures.review(3), try Fixtures.review(3, date: "2026-02-20", status: "draft"),
        try Fixtures.review(1, date: "2025-01-15"),
      ])
    let status = try bench.workspace.status(on: Fixtures.today)
    #expect(status.occasions.map(\.period.description) == ["2024-25", "2025-26"])
    let year = try #require(status.occasions.last)
    #expect(year.framework == "made-up" && year.major == 1 && year.kind == .own)
    #expect(
      year.standings.map(\.state) == [
        .agreed(Day("2026-01-15")), .draft(Day("2026-01-15")), .agreedWithNewerDraft(Day("2026-01-15")),
        .missing,
      ], "school 5 joined in a later year")
    #expect(year.agreed.map(\.id) == ["100001", "100003"])
    #expect(year.drafts.map(\.id) == ["100002"])
    #expect(year.missing.map(\.id) == ["100004"])
    #expect(status.occasions.first?.missing.count == 3)
  }

  @Test("consent as it stands on the day")
  func consent() throws {
    let bench = try Bench(schools: 3, consenting: false)
    try bench.consent(["100001"])
    try bench.consent(["100002"], until: Fixtures.day("2026-03-31"))
    let now = try bench.workspace.status(on: Fixtures.today)
    #expect(now.members.map { $0.consents(to: .sheet) } == [true, true, false])
    let later = try bench.workspace.status(on: Fixtures.day("2026-04-01"))
    #expect(later.members.map { $0.consents(to: .sheet) } == [true, false, false])
    #expect(later.members[1].otherConsents.map(\.until) == [Day("2026-03-31")])
  }

  @Test("removed members are neither there nor missing")
  func removed() throws {
    let bench = try Bench(schools: 2)
    _ = try bench.workspace.removeMember("100001", on: Fixtures.today)
    let status = try bench.workspace.status(on: Fixtures.today)
    #expect(status.members.map(\.member.id) == ["100002"])
    #expect(status.occasions.first?.standings.map(\.member.id) == ["100002"])
  }

  @Test("an empty workspace")
  func empty() throws {
    let status = try Bench().workspace.status(on: Fixtures.today)
    #expect(status.members.isEmpty && status.occasions.isEmpty && status.releases.isEmpty)
  }
}
