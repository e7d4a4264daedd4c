import Diagnostics
import Foundation
import Prio
import Profiles
import Sealing
import StoreContract
import TestSupport
import Testing

@testable import Registries

@Suite struct PoolRunTests {
  @Test func `both registries' noise, and the sums behind it`() throws {
    let two = try TwoRegistries(partnerships: 6)
    let schools = (0..<6).map { two.schools(14, seed: UInt64($0)) }
    let pool = try two.run(schools.enumerated().map { try two.contribution($0, $1) })
    #expect(pool.partnerships == 6 && pool.figures.count == 3 && pool.omitted.isEmpty)
    for (criterion, figure) in pool.figures.enumerated() {
      guard case .counts(let counts) = figure.opened else {
        Issue.record("84 schools open a distribution")
        continue
      }
      #expect(figure.n == 84 && figure.partnerships == 6)
      for (point, count) in counts.enumerated() {
        let exact = schools.joined().count { Int($0[criterion]) == point }
        #expect(abs(count - exact) < 80)
      }
    }
    // Read back, everything is worked out again.
    #expect(try Pool(payload: pool.payload()) == pool)
  }

  @Test func `from 40 schools on a mean, from 80 on a distribution, below neither`() throws {
    for (each, expected) in [(7, 0), (8, 1), (15, 1), (16, 4)] {
      let two = try TwoRegistries(partnerships: 5)
      let files = try (0..<5).map { try two.contribution($0, two.schools(each, seed: UInt64($0))) }
      try two.shareAll(files)
      if expected == 0 {
        let failure = #expect(throws: Failure.self) { try two.opened() }
        let message = failure?.message ?? ""
        #expect(message.contains("“pool-gate”") && message.contains("too few schools were judged on it (“"))
        #expect(message.contains("at most 40 % of the schools from one"))
        continue
      }
      let pool = try two.opened()
      for figure in pool.figures {
        switch figure.opened {
        case .sum: #expect(expected == 1 && figure.scale == Fraction(3))
        case .counts(let counts): #expect(counts.count == expected && figure.scale == Fraction(2))
        }
      }
    }
  }

  @Test func `one publication, in either log, added up again by whoever verifies`() throws {
    let two = try TwoRegistries(partnerships: 5)
    try two.shareAll(try (0..<5).map { try two.contribution($0, two.schools(17, seed: UInt64($0))) })
    let pools = try two.pools()
    let alone = #expect(throws: Failure.self) {
      try two.first.publish(pools[0], moment: RegistryFixture.issued)
    }
    #expect(alone?.message.contains("“noise”") == true, "without the other's share nothing is opened")
    try two.deliver(from: 1)
    let (pool, file, receipt) = try two.first.publish(pools[0], moment: RegistryFixture.issued)
    #expect(receipt.isNew)
    let again = try two.first.publish(pools[0], moment: "2026-12-24T10:00:00Z")
    #expect(again.file == file && !again.receipt.isNew && again.pool == pool)
    // Signed for A, so B takes its own publication of the same content.
    try two.deliver(from: 0)
    let other = try two.second.publish(pools[1], moment: RegistryFixture.issued)
    #expect(other.pool == pool && other.receipt.isNew)
    for store in two.stores { #expect(try Registry(store).verify().faults.isEmpty) }
    two.stores[0].tamper { $0.pools.removeAll() }
    #expect(try !Registry(two.stores[0]).verify().faults.isEmpty)
  }

  @Test func `a pool without one registry's noise, or with a changed byte, is no pool`() throws {
    let two = try TwoRegistries(partnerships: 5)
    let pool = try two.run(try (0..<5).map { try two.contribution($0, two.schools(16, seed: UInt64($0))) })
    for shares in [[], [pool.evidence.shares[0]], [pool.evidence.shares[1]]] {
      let failure = #expect(throws: Failure.self) { try Pool(task: two.file, shares: shares) }
      #expect(failure?.message.contains("“noise”") == true)
    }
    // A registry that says that it added none.
    let share = try PoolShare.read(pool.evidence.shares[0], of: two.task)
    let text = String(decoding: try share.file(of: two.task, signedBy: two.first.keys.signing), as: UTF8.self)
    let json = try JSONValue(parsing: Array(text.split(separator: "\n")[0].utf8))
    let bare = try JSONValue(
      parsing: Array(
        json.prettyText().replacingOccurrences(of: "\"noise\": \"2\"", with: "\"noise\": \"none\"").utf8))
    let signed = try PoolNote.signed(bare, by: two.first.keys.signing)
    let failure = #expect(throws: Failure.self) {
      try Pool(task: two.file, shares: [signed, pool.evidence.shares[1]])
    }
    #expect(failure?.message.contains("“noise”") == true, "\(failure?.message ?? "")")
    let payload = try pool.payload()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      var changed = payload
      changed[Int.random(in: payload.indices, using: &random)] ^=
        UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: Failure.self) { try Pool(payload: changed) }
    }
  }

  /// Gate 1 of the study: what a closed gate lets out does not depend on judgements.
  @Test func `below a gate the registry's share is the same whatever was judged`() throws {
    // Too few partnerships; too few schools; one partnership with more than two fifths.
    let sizes = [[20, 20, 20, 20], [7, 8, 8, 8, 8], [30, 10, 10, 10, 10]]
    for size in sizes {
      let two = try TwoRegistries(partnerships: size.count)
      var random = SeededGenerator(seed: 17)
      let declared = size.map { n in two.task.criteria.map { _ in n } }
      let batch = (0..<size.count).map { Digest(ofText: "\($0)") }
      func text() throws -> [UInt8] {
        let sum = (0..<two.task.cellCount).map { _ in Field128(Int.random(in: 0...100_000, using: &random)) }
        var own = random
        let share = try PoolShare.make(
          of: two.task, registry: "registry.example/a", batch: batch, declared: declared, sum: sum,
          using: &own)
        #expect(share.figures.allSatisfy { $0.share.isEmpty })
        random = own
        return try share.file(of: two.task, signedBy: two.first.keys.signing)
      }
      let first = try text()
      for _ in 0..<PoolEffort.pairs { #expect(try text() == first) }
    }
  }
}

enum PoolEffort {
  static var isFull: Bool { ProcessInfo.processInfo.environment["WAYMARK_FULL"] != nil }
  /// The study asks for 10,000 pairs; signing takes most of the time.
  static var pairs: Int { isFull ? 10_000 : 300 }
}
