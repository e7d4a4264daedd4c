import Diagnostics
import Documents
import GRDB
import Sealing
import Testing

@testable import Workspaces

@Suite("Releases: signed once")
struct SigningTests {
  @Test("signed once: the same publication ever after, even when consent is withdrawn later")
  func signing() throws {
    let bench = try Bench(schools: 8)
    let release = try bench.preview(Maker())
    let key = try SigningKey(name: "made.up/key")
    var places: [LeafPlace] = []
    let signed = try bench.sign(release.identity, key) { places.append($0) }
    guard case .signed(let publication) = signed.state else {
      Issue.record("not signed")
      return
    }
    #expect(String(decoding: publication.publication, as: UTF8.self) == "made 1 signed at 1")
    #expect(publication.sequence == 1 && publication.publisher == key.verifyingKey.text)
    _ = try bench.workspace.withdrawConsent(["100001"], to: .sheet, on: Fixtures.today)
    #expect(try bench.sign(release.identity, key) { places.append($0) } == signed)
    #expect(try bench.preview(Maker()) == signed)
    #expect(places == [LeafPlace(origin: "registry.made-up", next: 1, previous: nil)])
    #expect(
      try bench.workspace.leafPlace(of: key.verifyingKey, at: "registry.made-up")
        == LeafPlace(origin: "registry.made-up", next: 2, previous: Digest(of: release.payload)))
    #expect(try bench.workspace.leafPlace(of: key.verifyingKey, at: "another").next == 1)
  }

  @Test("a second signing with another key or for another registry is refused")
  func otherKey() throws {
    let bench = try Bench(schools: 8)
    let release = try bench.preview(Maker())
    let key = try SigningKey(name: "made.up/key")
    _ = try bench.sign(release.identity, key)
    let sameName = try SigningKey(name: "made.up/key")
    try expectFailure(.refused) { _ = try bench.sign(release.identity, sameName) }
    try expectFailure(.refused) { _ = try bench.sign(release.identity, key, origin: "another") }
  }

  @Test("what was never previewed cannot be signed, and a failed signing leaves no trace")
  func unsigned() throws {
    let bench = try Bench(schools: 8)
    let release = try bench.preview(Maker())
    var other = release.identity
    other = ReleaseIdentity(
      workspace: other.workspace, framework: other.framework, major: 9, period: other.period, kind: other.kind
    )
    let key = try SigningKey(name: "made.up/key")
    try expectFailure(.refused) { _ = try bench.sign(other, key) }
    let elsewhere = ReleaseIdentity(
      workspace: "another", framework: "made-up", major: 1, period: Fixtures.period, kind: .own)
    try expectFailure(.refused) { _ = try bench.sign(elsewhere, key) }
    let before = try bench.workspace.export()
    try expectFailure(.badData) {
      _ = try bench.workspace.sign(release.identity, with: key.verifyingKey, for: "x", on: Fixtures.today) {
        (_, _) throws(Failure) in throw Failure(.badData, "The key is broken.")
      }
    }
    #expect(try bench.workspace.export() == before)
  }

  @Test("a consent that ran out holds signing up; a new one lets the same bytes go")
  func ranOut() throws {
    let bench = try Bench(schools: 8, consenting: false)
    try bench.consent((1...8).map { String(100_000 + $0) }, until: Fixtures.day("2026-03-31"))
    let release = try bench.preview(Maker())
    let key = try SigningKey(name: "made.up/key"), later = try Fixtures.day("2026-04-15")
    let failure = try expectFailure(.refused) { _ = try bench.sign(release.identity, key, on: later) }
    // Names no school: such messages end up in mails.
    #expect(failure.message.contains("“consent”") && !failure.message.contains("100001"))
    _ = try bench.workspace.giveConsent(release.cohort.map(\.member), to: .sheet, from: later, on: later)
    #expect(try bench.sign(release.identity, key, on: later).payload == release.payload)
  }

  @Test("SQL cannot unfix, unsign or redraw")
  func immutable() throws {
    let bench = try Bench(schools: 8)
    let release = try bench.preview(Maker())
    _ = try bench.sign(release.identity, try SigningKey(name: "made.up/key"))
    for sql in [
      "UPDATE release SET payload = x'00'", "UPDATE release SET salt = zeroblob(32)", "DELETE FROM release",
      "UPDATE release SET publication = x'00'", "UPDATE release SET signed = NULL", "DELETE FROM cohort",
      "UPDATE cohort SET review = 1",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try bench.workspace.queue.write { try $0.execute(sql: sql) }
      }
    }
  }
}
