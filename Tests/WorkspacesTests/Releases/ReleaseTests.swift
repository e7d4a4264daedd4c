import Diagnostics
import Documents
import Profiles
import Sealing
import Testing

@testable import Workspaces

@Suite("Releases: fixed once")
struct ReleaseTests {
  @Test("the first preview fixes cohort and bytes; asking again gives the same")
  func same() throws {
    let bench = try Bench(schools: 9)
    let maker = Maker()
    let first = try bench.preview(maker)
    #expect(first.payload == Array("made 1".utf8))
    #expect(first.salt.count == 32)
    #expect(first.state == .fixed)
    #expect(first.fixedOn == Fixtures.today)
    #expect(first.cohort.map(\.member) == (1...9).map { String(100_000 + $0) })
    _ = try bench.workspace.add(members: [Fixtures.member(10)], reviews: [try Fixtures.review(10)])
    try bench.consent(["100010"])
    _ = try bench.workspace.add(reviews: [try Fixtures.review(1, ["a": "p4"])])
    let again = try Workspace.open(bench.path).preview(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, under: ReleaseTerms(Fixtures.policy()),
      on: Fixtures.day("2026-06-01"), make: maker.make)
    #expect(again == first, "a late joiner and a correction wait for the next year")
    #expect(maker.calls == 1)
    #expect(try bench.workspace.releases() == [first])
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("below the gate: refused, and nothing is fixed or recorded")
  func gate() throws {
    let bench = try Bench(schools: 7)
    let trail = try bench.workspace.auditTrail()
    let maker = Maker()
    try expectFailure(.refused) { _ = try bench.preview(maker) }
    #expect(try bench.workspace.releases() == [])
    #expect(try bench.workspace.auditTrail() == trail)
    _ = try bench.workspace.add(members: [Fixtures.member(8)], reviews: [try Fixtures.review(8)])
    try bench.consent(["100008"])
    #expect(try bench.preview(maker).cohort.count == 8)
  }

  @Test("only consenting members take part")
  func consenting() throws {
    let bench = try Bench(schools: 10)
    _ = try bench.workspace.withdrawConsent(["100003"], to: .sheet, on: Fixtures.today)
    let maker = Maker()
    #expect(try bench.preview(maker).cohort.count == 9)
    #expect(!maker.rows.contains("100003"))
  }

  @Test("another policy, version or audience is a second release, and refused")
  func second() throws {
    let bench = try Bench(schools: 8)
    let maker = Maker()
    let release = try bench.preview(maker)
    let other = try expectFailure(.refused) {
      _ = try bench.preview(maker, policy: Fixtures.policy(title: "Another policy"))
    }
    #expect(
      try other.message.contains(
        "was fixed on 2026-03-02 under another text of the policy “default” (\(Fixtures.policy().digest()))"),
      "\(other.message)")
    #expect(other.message.contains("“one-release”"))
    try expectFailure(.refused) { _ = try bench.preview(maker, version: "1.1.0") }
    try expectFailure(.refused) { _ = try bench.preview(maker, audience: "local-authority") }
    #expect(try bench.preview(maker) == release)
    #expect(maker.calls == 1)
  }

  @Test("another major version is another release, of other judgements")
  func major() throws {
    let bench = try Bench(schools: 8)
    _ = try bench.workspace.add(reviews: try (1...8).map { try Fixtures.review($0, version: "2.0.0") })
    let maker = Maker()
    let first = try bench.preview(maker)
    let failure = try expectFailure(.refused) { _ = try bench.preview(maker, version: "2.0.0") }
    #expect(failure.message.contains("8 schools were left out of “Criterion a”: rule “one-sheet”"))
    _ = try bench.workspace.add(
      reviews: try (1...8).map { try Fixtures.review($0, date: "2026-02-10", version: "2.0.0") })
    let second = try bench.preview(maker, version: "2.0.0")
    #expect(first.payload != second.payload)
    #expect(first.identity != second.identity)
  }

  @Test("consent withdrawn before signing cancels for good, and nothing is drawn again")
  func cancelled() throws {
    let bench = try Bench(schools: 9)
    let maker = Maker()
    let release = try bench.preview(maker)
    let change = try #require(try bench.workspace.withdrawConsent(["100004"], to: .sheet, on: Fixtures.today))
    #expect(change.entries.map(\.action) == [.consentWithdrawn, .releaseCancelled])
    let failure = try expectFailure(.refused) { _ = try bench.preview(maker) }
    #expect(failure.message.contains("was cancelled on 2026-03-02"))
    try bench.consent(["100004"])
    try expectFailure(.refused) { _ = try bench.preview(maker) }
    try expectFailure(.refused) { _ = try bench.sign(release.identity, try SigningKey(name: "made.up/key")) }
    #expect(maker.calls == 1)
  }

  @Test("removing a member cancels too; a member outside the cohort does not")
  func removed() throws {
    let bench = try Bench(schools: 10)
    _ = try bench.workspace.withdrawConsent(["100010"], to: .sheet, on: Fixtures.today)
    let maker = Maker()
    _ = try bench.preview(maker)
    _ = try bench.workspace.removeMember("100010", on: Fixtures.today)
    #expect(try bench.workspace.releases().first?.state == .fixed)
    _ = try bench.workspace.removeMember("100009", on: Fixtures.today)
    #expect(try bench.workspace.releases().first?.state == .cancelled(at: "2026-03-02T11:13:20Z"))
  }

  @Test("taking a withdrawal back lifts the cancelling, with the same bytes, unless another withdrew too")
  func lifted() throws {
    let bench = try Bench(schools: 9)
    let maker = Maker()
    let release = try bench.preview(maker)
    let first = try #require(try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today))
    _ = try bench.workspace.undo()
    #expect(try bench.preview(maker) == release)
    let second = try #require(try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today))
    _ = try bench.workspace.withdrawConsent(["100002"], to: .sheet, on: Fixtures.today)
    let undone = try bench.workspace.undo(second.number)
    #expect(undone.entries.last?.action == .releaseCancelled)
    try expectFailure(.refused) { _ = try bench.preview(maker) }
    #expect(first.number != second.number)
    #expect(maker.calls == 1)
  }

  @Test("taking back the consent itself cancels as well")
  func consentUndone() throws {
    let bench = try Bench(schools: 8)
    let maker = Maker()
    let given = try #require(try bench.workspace.auditTrail().last).change
    _ = try bench.preview(maker)
    #expect(try bench.workspace.undo(given).entries.last?.action == .releaseCancelled)
    try expectFailure(.refused) { _ = try bench.preview(maker) }
  }

  @Test("fixing cannot be undone")
  func undo() throws {
    let bench = try Bench(schools: 8)
    _ = try bench.preview(Maker())
    let failure = try expectFailure(.refused) { _ = try bench.workspace.undo() }
    #expect(failure.help.contains("fixed once"))
  }

  @Test("a consenting member's review that cannot be read is refused before anything is fixed")
  func unfit() throws {
    let bench = try Bench(schools: 9)
    _ = try bench.workspace.add(reviews: [try Fixtures.review(3, ["z": "p1"], version: "1.5.0")])
    let maker = Maker()
    let failure = try expectFailure(.refused) { _ = try bench.preview(maker) }
    #expect(failure.message.contains("“z” is not judged") && !failure.message.contains("100003"))
    #expect(try bench.workspace.releases() == [] && maker.calls == 0)
  }

  @Test("the real maker, with real randomness: one byte string for any number of askings")
  func sheet() throws {
    let bench = try Bench(schools: 8)
    var generator = SystemRandomNumberGenerator()
    var seen: Set<[UInt8]> = []
    for _ in 0..<20 {
      let release = try bench.workspace.preview(
        Fixtures.rubric(), period: Fixtures.period, kind: .own, policy: Fixtures.policy(), on: Fixtures.today,
        using: &generator)
      seen.insert(release.payload)
    }
    #expect(seen.count == 1)
    let sheet = try Sheet(payload: try #require(seen.first))
    #expect(sheet.partnership == "made-up-valley" && sheet.subjects == 8)
  }

  @Test("two programs at once: one release, one drawing")
  func race() async throws {
    let bench = try Bench(schools: 8)
    let path = bench.path
    let rubric = try Fixtures.rubric(), policy = try Fixtures.policy()
    let payloads = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<6 {
        group.addTask {
          var generator = SystemRandomNumberGenerator()
          return try Workspace.open(path).preview(
            rubric, period: Fixtures.period, kind: .own, policy: policy, on: Fixtures.today, using: &generator
          ).payload
        }
      }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(payloads.count == 1)
  }
}
