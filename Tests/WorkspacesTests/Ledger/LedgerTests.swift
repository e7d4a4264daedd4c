import Diagnostics
import Documents
import Foundation
import Profiles
import Sealing
import Testing

@testable import Workspaces

@Suite("The ledger: one release, one sheet, one pool")
struct LedgerTests {
  /// DISCLOSURE section 5 (v) 4, the part on releases.
  @Test(
    "a thousand requests give one byte string; corrections, late joiners and old judgements change nothing")
  func repeated() throws {
    let bench = try Bench(schools: 9)
    let old = try Fixtures.review(9, date: "2025-01-15", period: "2025-26")
    _ = try bench.workspace.add(reviews: [try Fixtures.review(8, date: "2026-02-01"), old])
    var generator = SystemRandomNumberGenerator()
    var seen: Set<[UInt8]> = []
    var last: Release?
    for round in 0..<1_000 {
      if round == 10 {
        _ = try bench.workspace.add(
          members: [Fixtures.member(20)],
          reviews: [try Fixtures.review(20), try Fixtures.review(2, ["a": "p4"])])
        try bench.consent(["100020"])
      }
      let release = try bench.workspace.preview(
        Fixtures.rubric(), period: Fixtures.period, kind: .own, policy: Fixtures.policy(), on: Fixtures.today,
        using: &generator)
      seen.insert(release.payload)
      last = release
    }
    #expect(seen.count == 1)
    #expect(last?.cohort.contains { $0.member == "100020" } == false)
    let status = try bench.workspace.status(on: Fixtures.today)
    let identity = try #require(last).identity
    let waiting = try #require(status.waiting[identity])
    #expect(Set(waiting.map(\.rule)) == [.late, .correction, .history])
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("a judgement of another school year is left out, and said to be")
  func carriedForward() throws {
    let bench = try Bench.carryingForward()
    let release = try bench.preview(Maker())
    #expect(release.cohort.count == 8)
    #expect(
      release.leftOut.map(\.words) == ["1 school was left out: rule “carried-forward”"])
    #expect(try bench.workspace.ledger().count == 24)
  }

  @Test(
    "the cap leaves schools out until their oldest figure is five years old, and classes follow the number")
  func cap() throws {
    let clock = MadeUpClock(Fixtures.today)
    let folder = try TemporaryFolder()
    let workspace = try Workspace.create(
      folder.path("w"), for: Fixtures.partnership, by: "Lead", clock: clock.clock)
    let members = (1...8).map { Fixtures.member($0) }
    _ = try workspace.add(members: members)
    _ = try workspace.giveConsent(members.map(\.id), to: .sheet, from: clock.day, on: clock.day)
    var counts: [Int] = []
    var refused: Failure?
    for year in 0..<6 {
      let day = clock.day
      _ = try workspace.add(
        reviews: try (1...8).map { try Fixtures.review($0, date: day.description) })
      do {
        let release = try workspace.preview(
          Fixtures.rubric(), period: day.period, kind: .own, under: ReleaseTerms(Fixtures.policy()), on: day,
          make: Maker().make)
        counts.append(release.cohort.count)
      } catch let error as Failure {
        counts.append(0)
        refused = error
      }
      clock.advance(year == 0 ? 366 : 365)
    }
    // Three times 2 in five years; the fourth and fifth wait for the first to be free.
    #expect(counts == [8, 8, 8, 0, 0, 8])
    #expect(
      refused?.message.contains("8 schools were left out of “Criterion a” until 2031-03-02: rule “cap”")
        == true)
  }

  @Test("the mark: missing, behind, another chain; healed where it lags")
  func mark() throws {
    let bench = try Bench(schools: 8)
    let mark = "\(bench.path).ledger"
    let before = try bench.folder.bytes("valley.waymark")
    let old = try bench.folder.bytes("valley.waymark.ledger")
    let release = try bench.preview(Maker())
    let newest = try bench.folder.bytes("valley.waymark.ledger")
    #expect(old != newest)
    try bench.folder.write(old, to: "valley.waymark.ledger")
    _ = try Workspace.open(bench.path)
    #expect(try bench.folder.bytes("valley.waymark.ledger") == newest, "stopped between release and mark")
    try FileManager.default.removeItem(atPath: mark)
    let missing = try expectFailure(.refused) { _ = try bench.preview(Maker()) }
    #expect(missing.message.contains("“ledger-missing”") && missing.help.contains("ledger recover"))
    try expectFailure(.refused) {
      _ = try bench.sign(release.identity, try SigningKey(name: "made.up/key"))
    }
    try bench.folder.write(newest, to: "valley.waymark.ledger")
    try bench.folder.write(before, to: "valley.waymark")
    let copy = try Workspace.open(bench.path)
    let maker = Maker()
    let behind = try expectFailure(.refused) {
      _ = try Bench.preview(copy, maker)
    }
    #expect(behind.message.contains("“ledger-behind”") && maker.calls == 0)
    #expect(try bench.folder.bytes("valley.waymark.ledger") == newest)
    let nothing = try expectFailure(.usage) { _ = try copy.recoverLedger(from: [], isAll: false) }
    #expect(nothing.help.contains("--registry"))
  }

  @Test("recovered from what was published: never a second time, and every school is charged")
  func recovered() throws {
    let bench = try Bench(schools: 8)
    let before = try bench.folder.bytes("valley.waymark")
    var generator = SystemRandomNumberGenerator()
    let release = try bench.workspace.preview(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, policy: Fixtures.policy(), on: Fixtures.today,
      using: &generator)
    try bench.folder.write(before, to: "valley.waymark")
    let copy = try Workspace.open(bench.path, by: nil, clock: Bench.clock)
    let published = try PublishedSheet(
      payload: release.payload, issued: Fixtures.today, publication: Digest(ofText: "leaf"))
    #expect(
      try copy.recoverLedger(from: [published], isAll: false) == LedgerRecovery(sheets: 1, entries: 32))
    let failure = try expectFailure(.refused) { _ = try Bench.preview(copy, Maker()) }
    #expect(failure.message.contains("published before") && failure.message.contains("“one-release”"))
    #expect(try copy.verify().problems == [])
    try expectFailure(.refused) { _ = try copy.recoverLedger(from: [published], isAll: false) }
  }

  @Test("a contribution: once, the same bytes, cancelled by a withdrawn consent until it is handed over")
  func contribution() throws {
    let bench = try Bench(schools: 3)
    let ids = (1...3).map { String(100_000 + $0) }
    let task = Digest(ofText: "pool")
    var calls = 0
    func contribute(_ task: Digest) throws -> Contribution {
      try bench.workspace.contribute(
        to: task, Fixtures.rubric(), period: Fixtures.period, kind: .own,
        epsilon: Fixtures.policy().pool.epsilon,
        on: Fixtures.today
      ) { (table) throws(Failure) in
        calls += 1
        return [UInt8(table.rowCount), UInt8(calls)]
      }
    }
    #expect(try expectFailure(.refused) { _ = try contribute(task) }.message.contains("“consent”"))
    _ = try bench.workspace.giveConsent(ids, to: .pool, from: Fixtures.today, on: Fixtures.today)
    let first = try contribute(task)
    #expect(try contribute(task) == first && first.payload == [3, 1])
    let other = try expectFailure(.refused) { _ = try contribute(Digest(ofText: "other")) }
    #expect(other.message.contains("“one-pool”"))
    _ = try bench.workspace.withdrawConsent(["100002"], to: .pool, on: Fixtures.today)
    #expect(try expectFailure(.refused) { _ = try contribute(task) }.message.contains("“cancelled”"))
    _ = try bench.workspace.undo()
    let handed = try bench.workspace.handOver(contributionTo: task, on: Fixtures.today)
    #expect(handed.state == .handedOver(at: "2026-03-02T11:13:20Z"))
    _ = try bench.workspace.withdrawConsent(["100002"], to: nil, on: Fixtures.today)
    #expect(try contribute(task).state == handed.state)
    #expect(try bench.workspace.ledger().count { $0.spend.use == .pool } == 9)
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("renamed and merged: consent and ledger follow, and undo takes it back until something was told")
  func succession() throws {
    let bench = try Bench(schools: 9)
    let release = try bench.preview(Maker())
    _ = try bench.workspace.rename("100001", to: "new-hill", on: Fixtures.today)
    #expect(try bench.workspace.releases().first?.state == .fixed, "the same school still consents")
    #expect(
      try bench.workspace.ledgerOverview(Fixtures.policy(), on: Fixtures.today).rows
        .filter { $0.member.id == "new-hill" }.map(\.spent) == ["2", "2", "2"])
    try expectFailure(.refused) { _ = try bench.workspace.add(members: [Fixtures.member(1)]) }
    try expectFailure(.refused) {
      _ = try bench.workspace.rename("new-hill", to: "100001", on: Fixtures.today)
    }
    _ = try bench.workspace.undo()
    #expect(try bench.workspace.member("100001").id == "100001")
    _ = try bench.workspace.merge(["100001", "100002"], into: "both", on: Fixtures.today)
    #expect(try bench.workspace.unsettledUntil("both", on: Fixtures.today) == nil)
    _ = try bench.workspace.withdrawConsent(["both"], to: .sheet, on: Fixtures.today)
    #expect(try bench.workspace.releases().first?.state != .fixed, "it speaks for the schools that it was")
    #expect(release.state == .fixed)
    #expect(try bench.workspace.verify().problems == [])
    let restored = try Workspace.restore(
      bench.workspace.export(), to: bench.folder.path("restored.waymark"))
    #expect(try restored.ledger() == bench.workspace.ledger())
  }
}

extension Bench {
  static func preview(_ workspace: Workspace, _ maker: Maker) throws -> Release {
    try workspace.preview(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, under: ReleaseTerms(Fixtures.policy()),
      on: Fixtures.today, make: maker.make)
  }
}
