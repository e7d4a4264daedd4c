import Diagnostics
import Documents
import GRDB
import Testing

@testable import Workspaces

@Suite("Consent")
struct ConsentTests {
  private func cohort(_ bench: Bench, on day: Day = Fixtures.today, audience: String = Consent.everyone)
    throws -> [String]
  {
    try bench.workspace.cohort(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, audience: audience, on: day
    ).judgements.subjects
  }

  @Test("only consenting members are in the cohort; all are in the private table")
  func cohort() throws {
    let bench = try Bench(schools: 3, consenting: false)
    #expect(try cohort(bench) == [])
    try bench.consent(["100001", "100003"])
    #expect(try cohort(bench) == ["100001", "100003"])
    #expect(
      try bench.workspace.table(Fixtures.rubric(), period: Fixtures.period, kind: .own).judgements.rowCount
        == 3)
  }

  @Test("it holds from its first day to its last")
  func days() throws {
    let bench = try Bench(schools: 1, consenting: false)
    _ = try bench.workspace.giveConsent(
      ["100001"], to: .sheet, from: Fixtures.day("2026-04-01"), until: Fixtures.day("2026-04-30"),
      on: Fixtures.today)
    for (day, expected) in [
      ("2026-03-31", 0), ("2026-04-01", 1), ("2026-04-30", 1), ("2026-05-01", 0),
    ] {
      #expect(try cohort(bench, on: Fixtures.day(day)).count == expected, "\(day)")
    }
  }

  @Test("withdrawn: out of the next release, and the history stays")
  func withdraw() throws {
    let bench = try Bench(schools: 2)
    let change = try #require(try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today))
    #expect(
      change.entries.map(\.words) == ["Made-up School 1 (100001) withdrew its consent for everybody to read."]
    )
    #expect(try cohort(bench) == ["100002"])
    try bench.consent(["100001"])
    #expect(try cohort(bench) == ["100001", "100002"])
    #expect(try bench.workspace.consents(of: "100001").map(\.endedOn) == [Fixtures.today, nil])
  }

  @Test("nothing to withdraw, and the same consent twice, change nothing")
  func nothing() throws {
    let bench = try Bench(schools: 1, consenting: false)
    #expect(try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today) == nil)
    #expect(try bench.consent(["100001"]) != nil)
    #expect(try bench.consent(["100001"]) == nil)
    let later = try bench.workspace.giveConsent(
      ["100001"], to: .sheet, from: Fixtures.day("2026-05-01"), on: Fixtures.day("2026-05-01"))
    #expect(later == nil, "it holds already")
  }

  @Test("other terms replace the consent that stands")
  func replace() throws {
    let bench = try Bench(schools: 1)
    let change = try #require(try bench.consent(["100001"], until: Fixtures.day("2026-07-31")))
    #expect(change.entries.first?.words.hasSuffix("This replaces its earlier consent.") == true)
    #expect(try cohort(bench, on: Fixtures.day("2026-07-31")) == ["100001"])
    #expect(try cohort(bench, on: Fixtures.day("2026-08-01")) == [])
    _ = try bench.workspace.undo()
    #expect(try cohort(bench, on: Fixtures.day("2026-08-01")) == ["100001"], "the earlier one holds again")
  }

  @Test("who agrees to everybody agrees to fewer; not the other way round")
  func audiences() throws {
    let bench = try Bench(schools: 2, consenting: false)
    try bench.consent(["100001"])
    _ = try bench.workspace.giveConsent(
      ["100002"], to: .sheet, with: "local-authority", from: Fixtures.today, on: Fixtures.today)
    #expect(try cohort(bench) == ["100001"])
    #expect(try cohort(bench, audience: "local-authority") == ["100001", "100002"])
    _ = try bench.workspace.withdrawConsent(["100002"], to: .sheet, with: "others", on: Fixtures.today)
    #expect(try cohort(bench, audience: "local-authority").count == 2)
  }

  @Test("all members of one command or none")
  func atomic() throws {
    let bench = try Bench(schools: 1, consenting: false)
    try expectFailure(.badData) { try bench.consent(["100001", "999999"]) }
    #expect(try bench.workspace.consents() == [])
  }

  @Test("days that cannot be are refused")
  func wrongDays() throws {
    let bench = try Bench(schools: 1, consenting: false)
    try expectFailure(.badData) { try bench.consent(["100001"], until: Fixtures.day("2026-01-01")) }
    try expectFailure(.badData) {
      _ = try bench.workspace.giveConsent(
        ["100001"], to: .sheet, from: Fixtures.day("2025-01-01"), until: Fixtures.day("2025-12-31"),
        on: Fixtures.today)
    }
    try expectFailure(.badData) {
      _ = try bench.workspace.giveConsent(
        ["100001"], to: .sheet, with: "My Friends", from: Fixtures.today, on: Fixtures.today)
    }
  }

  @Test("the terms of a consent cannot be rewritten, not even with SQL")
  func immutable() throws {
    let bench = try Bench(schools: 1)
    for sql in [
      "UPDATE consent SET until_day = '2030-01-01'", "DELETE FROM consent",
      "INSERT OR REPLACE INTO consent (id, member, purpose, audience, from_day, recorded) "
        + "VALUES (1, '100001', 'sheet', 'x', '2026-01-01', 1)",
    ] {
      #expect(throws: DatabaseError.self) { try bench.workspace.queue.write { try $0.execute(sql: sql) } }
    }
  }
}
