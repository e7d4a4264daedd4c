import Diagnostics
import Documents
import Prio
import Profiles
import Sealing
import StoreContract
import TestSupport
import Testing

@testable import Registries

@Suite struct PoolRefusalTests {
  private func rule(_ rule: PoolRule, _ body: () throws -> Void) {
    let failure = #expect(throws: Failure.self) { try body() }
    #expect(
      failure?.message.contains("(rule “\(rule.rawValue)”)") == true, "\(failure?.message ?? "nothing")")
  }

  @Test func `a contribution is refused by the rule that it breaks`() throws {
    let two = try TwoRegistries(partnerships: 2)
    let pool = try two.pools()[0]
    let marks = two.schools(6, seed: 1)
    let good = try two.contribution(0, marks)
    let today = TwoRegistries.today
    rule(.late) { _ = try two.first.take(good, for: pool, on: Day("2026-08-01")!) }
    let counts = try PoolCounts(
      two.table(marks), rubric: two.rubric, task: two.task, pooled: two.rubric)
    func signed(as name: String, by key: SigningKey, for task: PoolTask) throws -> [UInt8] {
      try PoolContribution.file(counts, for: task, of: name, source: two.rubric.digest, signedBy: key)
    }
    let (one, other) = (two.partnerships[0], two.partnerships[1])
    rule(.notAdmitted) {
      _ = try two.first.take(signed(as: other.name, by: one.key, for: two.task), for: pool, on: today)
    }
    rule(.notAdmitted) {
      _ = try two.first.take(
        signed(as: one.name, by: SigningKey(name: "schools.example/nobody"), for: two.task), for: pool,
        on: today)
    }
    rule(.notSigned) {
      _ = try two.first.take(
        signed(as: one.name, by: SigningKey(name: one.key.name), for: two.task), for: pool, on: today)
    }
    func task(_ period: Int, _ region: String, _ digest: Digest, until: String) throws -> PoolTask {
      let own = two.task
      return try PoolTask(
        framework: .init(
          id: own.framework.id, version: own.framework.version, digest: digest, title: own.framework.title),
        criteria: own.criteria, omitted: own.omitted, region: region, period: Period(startYear: period),
        kind: own.kind, until: Day(until)!, policy: own.policy, terms: own.terms, registries: own.registries,
        sealedVerifyKey: own.sealedVerifyKey)
    }
    let digest = two.task.framework.digest
    for (wanted, task) in [
      (
        PoolRule.otherFramework, try task(2025, TwoRegistries.region, Digest(ofText: ""), until: "2026-07-31")
      ),
      (.otherPeriod, try task(2024, TwoRegistries.region, digest, until: "2026-07-31")),
      (.otherRegion, try task(2025, "E12000001", digest, until: "2026-07-31")),
      (.otherTask, try task(2025, TwoRegistries.region, digest, until: "2026-08-31")),
    ] {
      rule(wanted) {
        _ = try two.first.take(signed(as: one.name, by: one.key, for: task), for: pool, on: today)
      }
    }
    #expect(two.stores[0].rowsNow.running.contributions.isEmpty)
    #expect(two.stores[0].rowsNow.running.ledger.isEmpty)
    #expect(try two.first.take(good, for: pool, on: today).isNew)
    #expect(try !two.first.take(good, for: pool, on: today).isNew)
    rule(.countedTwice) { _ = try two.first.take(two.contribution(0, marks), for: pool, on: today) }
  }

  @Test func `a partnership counts once, also on what it left out, and in another region's pool`() throws {
    let two = try TwoRegistries(partnerships: 1)
    let today = TwoRegistries.today
    /// Six schools, judged on one criterion only.
    func take(_ criterion: Int, _ two: TwoRegistries) throws -> Bool {
      let marks = (0..<6).map { school in
        two.task.criteria.indices.map { $0 == criterion ? UInt8(school % 4) : 255 }
      }
      return try two.first.take(two.contribution(0, marks), for: two.pools()[0], on: today).isNew
    }
    #expect(try take(0, two))
    rule(.countedTwice) { _ = try take(1, two) }
    rule(.countedTwice) { _ = try take(0, try two.beside(region: "E12000001")) }
    #expect(try take(0, try two.beside(region: "E12000002", period: Period(startYear: 2026))))
  }

  @Test func `a share that was sealed to the other registry's key does not open`() throws {
    let two = try TwoRegistries(partnerships: 1)
    let pools = try two.pools()
    let text = String(decoding: try two.contribution(0, two.schools(6, seed: 1)), as: UTF8.self)
    let json = try JSONValue(parsing: Array(text.split(separator: "\n")[0].utf8))
    let members = try #require(json.asObject).map { member in
      member.key == "shares"
        ? JSONValue.Member("shares", .array((member.value.asArray ?? []).reversed())) : member
    }
    let swapped = try PoolNote.signed(.object(members), by: two.partnerships[0].key)
    for place in 0..<2 {
      rule(.notSealed) { _ = try two.both[place].take(swapped, for: pools[place], on: TwoRegistries.today) }
      #expect(
        two.stores[place].rowsNow.running == MemoryPools(tasks: two.stores[place].rowsNow.running.tasks))
    }
  }

  @Test
  func
    `a registry with a stricter least policy does not accept, and one that is not in the task adds nothing`()
    throws
  {
    let two = try TwoRegistries(partnerships: 1)
    let strict = MemoryStore()
    let text = String(decoding: try RegistryFixture.policyFile().bytes, as: UTF8.self)
      .replacing("partnerships: 5", with: "partnerships: 6").replacing("id: default", with: "id: strict")
    let origin = "registry.example/strict"
    let settings = try RegistrySettings(
      RegistryIdentity(origin: origin, title: "Strict", created: RegistryFixture.issued),
      least: SourceFile(path: "strict.yaml", bytes: Array(text.utf8)),
      regions: RegistryFixture.file("Registry/regions.yaml"))
    try Registry.setUp(strict, settings)
    let author = try MadeUpPublisher("authors-made-up").admitted(to: Registry(strict))
    try author.publish(.framework, MadeUpFramework().yaml, at: Registry(strict))
    let third = PoolAggregator(strict, keys: try PoolKeys(origin: origin))
    let request = PoolRequest(
      framework: "garden-made-up", region: "E12000007", period: TwoRegistries.period,
      until: Day("2026-07-31")!)
    let opened = try two.first.open(request, beside: third.card(), on: TwoRegistries.today)
    rule(.poolPolicy) { _ = try third.accept(opened, beside: two.first.card(), on: TwoRegistries.today) }
    rule(.notAccepted) {
      _ = try two.second.accept(opened, beside: two.first.card(), on: TwoRegistries.today)
    }
    rule(.notAccepted) { _ = try third.pool(two.file) }
    #expect(strict.rowsNow.running == MemoryPools())
    let own = #expect(throws: Failure.self) {
      try two.first.open(request, beside: two.first.card(), on: TwoRegistries.today)
    }
    #expect(own?.status == .usage)
  }

  @Test func `counts that do not add up to what was declared are found out`() throws {
    let two = try TwoRegistries(partnerships: 6)
    let pools = try two.pools()
    let lying = try two.forged(5) { cells, declared in
      cells[0] += 100
      _ = declared
    }
    for place in 0..<2 { _ = try two.both[place].take(lying, for: pools[place], on: TwoRegistries.today) }
    for place in 0..<2 { try two.deliver(from: place) }
    for place in 0..<2 {
      #expect(
        try two.both[place].status(of: pools[place]).contributions.map(\.verdict) == [.refused(.cellSum)])
    }
    // And the others count all the same.
    let pool = try two.run(try (0..<5).map { try two.contribution($0, two.schools(9, seed: UInt64($0))) })
    #expect(pool.partnerships == 5)
  }

  @Test func `a share that was changed before it was sealed fails its proof`() throws {
    let two = try TwoRegistries(partnerships: 1)
    let pools = try two.pools()
    let bad = try two.resealed(0) { shares in shares[0][40] ^= 1 }
    for place in 0..<2 { _ = try two.both[place].take(bad, for: pools[place], on: TwoRegistries.today) }
    for place in 0..<2 { try two.deliver(from: place) }
    for place in 0..<2 {
      #expect(
        try two.both[place].status(of: pools[place]).contributions.map(\.verdict) == [.refused(.badProof)])
    }
  }

  @Test func `every flipped byte of a contribution is refused`() throws {
    let two = try TwoRegistries(partnerships: 1)
    let pool = try two.pools()[0]
    let file = try two.contribution(0, two.schools(5, seed: 2))
    var random = SeededGenerator(seed: 5)
    let places =
      PoolEffort.isFull
      ? Array(file.indices) : (0..<400).map { _ in Int.random(in: file.indices, using: &random) }
    for place in places {
      var changed = file
      changed[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: Failure.self, "byte \(place)") {
        try two.first.take(changed, for: pool, on: TwoRegistries.today)
      }
    }
    #expect(two.stores[0].rowsNow.running.contributions.isEmpty)
  }

  /// Gate 6 of the study: one registry's view of two different sets of counts.
  @Test func `one registry's shares are uniform whatever the counts are`() throws {
    let two = try TwoRegistries(partnerships: 1)
    let sharing = try two.task.sharing()
    let draws = PoolEffort.isFull ? 100_000 : 4_000
    for (place, counts) in [(0, 0), (0, 255), (1, 0), (1, 255)] {
      let measurement = Array(repeating: counts, count: two.task.cellCount)
      var bins = Array(repeating: 0, count: 256)
      var total = 0
      while total < draws {
        let nonce = SystemRandomness.randomBytes(Prio3SumVec.nonceSize)
        let report = try sharing.prio.shard(
          measurement, context: sharing.context, nonce: nonce,
          random: SystemRandomness.randomBytes(sharing.prio.randomSize))
        let (state, _) = try sharing.prio.verifyInit(
          verifyKey: Array(repeating: 7, count: 32), context: sharing.context, aggregator: place,
          nonce: nonce,
          publicShare: report.publicShare, inputShare: report.inputShares[place])
        // The top bytes of each share: the modulus is so close to 2^128 that they are uniform too.
        let shares = state.bytes.suffix(sharing.prio.outputShareSize)
        for start in stride(from: shares.startIndex, to: shares.endIndex, by: Field128.encodedSize) {
          bins[Int(shares[start + 15])] += 1
          total += 1
        }
      }
      let expected = Double(total) / 256
      let statistic = bins.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
      // 255 degrees of freedom: above 330.5 once in 1,000; 380 once in 2 million, as this draws system randomness.
      #expect(statistic < 380, "registry \(place), counts \(counts): \(statistic)")
    }
  }
}

extension TwoRegistries {
  /// A contribution whose hidden counts are not those declared.
  func forged(_ partnership: Int, _ change: (inout [Int], inout [Int]) -> Void) throws -> [UInt8] {
    let honest = try PoolCounts(
      table(schools(9, seed: 1)), rubric: rubric, task: task, pooled: rubric)
    var (cells, declared) = (honest.cells, honest.declared)
    change(&cells, &declared)
    return try PoolContribution.file(
      PoolCounts(cells: cells, declared: declared), for: task, of: partnerships[partnership].name,
      source: rubric.digest, signedBy: partnerships[partnership].key)
  }

  /// A contribution whose shares were changed before they were sealed.
  func resealed(_ partnership: Int, _ change: (inout [[UInt8]]) -> Void) throws -> [UInt8] {
    let honest = try PoolCounts(
      table(schools(9, seed: 1)), rubric: rubric, task: task, pooled: rubric)
    return try PoolContribution.file(
      honest, for: task, of: partnerships[partnership].name, source: rubric.digest,
      signedBy: partnerships[partnership].key, changing: change)
  }
}
