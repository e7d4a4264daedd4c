import Diagnostics
import Documents
import Prio
import Profiles
import Sealing
import StoreContract
import TestSupport
import Testing

@testable import Registries

/// The state machine under messages that come in any order, several times, or not at all for a while.
@Suite struct PoolOrderTests {
  @Test func `any order, repeats and losses lead to the same pool`() throws {
    let two = try TwoRegistries(partnerships: 6)
    let files = try (0..<6).map { try two.contribution($0, two.schools(9, seed: UInt64($0))) }
    // The registries as they are before anything is taken.
    let start = two.stores.map { $0.rowsNow }
    for seed in 0..<UInt64(PoolEffort.isFull ? 200 : 25) {
      for (store, rows) in zip(two.stores, start) { store.tamper { $0 = rows } }
      var random = SeededGenerator(seed: seed)
      try shuffle(two, files, &random)
      let pool = try two.opened()
      #expect(pool.partnerships == 6 && pool.figures.allSatisfy { $0.n == 54 })
      for store in two.stores {
        let rows = store.rowsNow.running
        #expect(rows.contributions.allSatisfy { $0.verdict == .counted && $0.secret.isEmpty })
        #expect(rows.ledger.count == 18 && rows.evidence.isEmpty)
        // The other's share may still be under way.
        #expect(rows.messages.count >= 2 * (6 + 2) - 1)
      }
    }
  }

  /// Random steps of both registries until both have shared.
  private func shuffle(
    _ two: TwoRegistries, _ files: [[UInt8]], _ random: inout SeededGenerator
  ) throws {
    let pools = try two.pools()
    var first: [Int: [PoolMessage]] = [:]
    var generator = SystemRandomNumberGenerator()
    for turn in 0..<2_000 {
      let place = Int.random(in: 0..<2, using: &random)
      let side = two.both[place]
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        if let file = files.randomElement(using: &random) {
          // Closed already: late.
          _ = try? side.take(file, for: pools[place], on: TwoRegistries.today)
        }
      case 4..<7:
        let sent = try two.both[1 - place].outbox(of: pools[1 - place]).map(\.bytes)
        let arriving = sent.shuffled(using: &random).prefix(Int.random(in: 0...sent.count, using: &random))
        _ = try side.receive(Array(arriving) + arriving.prefix(2), for: pools[place])
      case 7:
        let status = try side.status(of: pools[place])
        if status.count(.sound) == files.count { try side.close(pools[place], leavingOut: false) }
      default: try side.share(pools[place], using: &generator)
      }
      // What was signed once stays as it was.
      let now = try side.outbox(of: pools[place])
      #expect(Set(first[place] ?? []).isSubset(of: now))
      first[place] = now
      let stages = try (0..<2).map { try two.both[$0].status(of: pools[$0]).stage }
      if stages == [.shared, .shared] { return }
      #expect(turn < 1_999, "it never ends: \(stages)")
    }
  }

  @Test func `only what stands on both lists is added up`() throws {
    let two = try TwoRegistries(partnerships: 7)
    let pools = try two.pools()
    let files = try (0..<7).map { try two.contribution($0, two.schools(9, seed: UInt64($0))) }
    for (place, own) in [Array(files.dropLast()), Array(files.dropFirst())].enumerated() {
      for file in own { _ = try two.both[place].take(file, for: pools[place], on: TwoRegistries.today) }
    }
    for place in 0..<2 { try two.deliver(from: place) }
    let waiting = #expect(throws: Failure.self) { try two.first.close(pools[0], leavingOut: false) }
    #expect(waiting?.message.contains("“undecided”") == true)
    for place in 0..<2 { try two.both[place].close(pools[place], leavingOut: true) }
    for place in 0..<2 { try two.deliver(from: place) }
    var generator = SystemRandomNumberGenerator()
    for place in 0..<2 { #expect(try two.both[place].share(pools[place], using: &generator)) }
    let pool = try two.opened()
    #expect(pool.partnerships == 5 && pool.figures.allSatisfy { $0.n == 45 })
    for place in 0..<2 { #expect(try two.both[place].status(of: pools[place]).count(.leftOut) == 1) }
    let late = #expect(throws: Failure.self) {
      try two.first.take(files[6], for: pools[0], on: TwoRegistries.today)
    }
    #expect(late?.message.contains("“late”") == true)
  }

  /// One side closes while the other's check of one contribution is under way: its list is the shorter one.
  @Test(arguments: 0..<2)
  func `a contribution on one list only is not added up, also when its check comes later`(behind: Int) throws
  {
    let two = try TwoRegistries(partnerships: 6)
    let pools = try two.pools()
    for partnership in 0..<6 {
      let file = try two.contribution(partnership, two.schools(9, seed: UInt64(partnership)))
      for place in 0..<2 { _ = try two.both[place].take(file, for: pools[place], on: TwoRegistries.today) }
    }
    let ahead = 1 - behind
    try two.deliver(from: behind)
    let checks = try two.both[ahead].outbox(of: pools[ahead]).map(\.bytes)
    #expect(try two.both[behind].receive(Array(checks.dropLast()), for: pools[behind]).new == 5)
    for place in 0..<2 { try two.both[place].close(pools[place], leavingOut: place == behind) }
    try two.deliver(from: ahead)
    #expect(try two.both[behind].status(of: pools[behind]).count(.taken) == 1, "its list is signed")
    try two.deliver(from: behind)
    var generator = SystemRandomNumberGenerator()
    for place in 0..<2 { #expect(try two.both[place].share(pools[place], using: &generator)) }
    for place in 0..<2 {
      let status = try two.both[place].status(of: pools[place])
      #expect(status.count(.counted) == 5 && status.count(.leftOut) == 1)
    }
    let pool = try two.opened()
    #expect(pool.partnerships == 5 && pool.figures.allSatisfy { $0.n == 45 })
  }

  @Test func `two signed messages for one step freeze the pool, and both are kept`() throws {
    let two = try TwoRegistries(partnerships: 5)
    let pools = try two.pools()
    try two.shareAll(try (0..<5).map { try two.contribution($0, two.schools(9, seed: UInt64($0))) })
    let other = PoolList(task: pools[0].id, contributions: [])
    let signed = try PoolNote.signed(other.json, by: two.second.keys.signing)
    #expect(try two.first.receive([signed, signed], for: pools[0]).new == 1)
    #expect(try two.first.status(of: pools[0]).stage == .frozen)
    let rows = two.stores[0].rowsNow.running
    #expect(
      rows.evidence.map(\.bytes) == [signed] && rows.messages.contains { $0.key == rows.evidence[0].key })
    try two.deliver(from: 1)
    let frozen = #expect(throws: Failure.self) {
      try two.first.publish(pools[0], moment: RegistryFixture.issued)
    }
    #expect(frozen?.message.contains("“frozen”") == true)
    // A share is not even signed where the contradiction comes before it.
    let early = try two.beside(region: "E12000001")
    let open = try early.pools()
    for place in 0..<2 { try early.both[place].close(open[place], leavingOut: false) }
    try early.deliver(from: 1)
    let second = PoolList(task: open[0].id, contributions: [Digest(ofText: "")])
    let contradiction = try PoolNote.signed(second.json, by: early.second.keys.signing)
    #expect(try early.first.receive([contradiction], for: open[0]).new == 1)
    var generator = SystemRandomNumberGenerator()
    let unsigned = #expect(throws: Failure.self) { try early.first.share(open[0], using: &generator) }
    #expect(unsigned?.message.contains("“frozen”") == true)
    #expect(try early.first.outbox(of: open[0]).allSatisfy { $0.key.step != .share })
    // A stranger's message is not used, and freezes nothing.
    let stranger = try PoolNote.signed(other.json, by: SigningKey(name: "registry.example/a/pool"))
    #expect(try two.second.receive([stranger], for: pools[1]).unusable.count == 1)
    #expect(try two.second.status(of: pools[1]).stage == .shared)
  }
}

extension MemoryStore {
  var rowsNow: MemoryRows {
    var now = MemoryRows()
    tamper { now = $0 }
    return now
  }
}
