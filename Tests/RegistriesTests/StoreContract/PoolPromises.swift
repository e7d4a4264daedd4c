import Diagnostics
import Documents
import Profiles
import Registries
import Sealing
import Testing

extension StoreContract {
  /// What is kept of pools comes out again, sorted, and what is there once is there once only.
  static let pools: [ContractCase] = [
    ContractCase("opened pools come back by scope and region, and by framework") { store throws in
      let publisher = try MadeUpPublisher("apple").admitted(to: RegistryFixture.registry(store))
      let held = (0..<3).map { opened($0) }
      try store.writePools { rows in
        for (index, pool) in held.enumerated() { try append(pool, index, publisher, rows) }
      }
      try store.read { store throws in
        #expect(try store.pool(in: held[0].scope, region: held[0].region) == held[0])
        #expect(try store.pool(in: held[2].scope, region: held[2].region) == held[2])
        #expect(try store.pool(in: held[2].scope, region: "E12000009") == nil)
        #expect(try store.pools(framework: "garden-made-up") == held)
        #expect(try store.pools(framework: "garden").isEmpty)
        #expect(try store.counts().pools == 3)
      }
    },
    ContractCase("tasks come back by id and by scope, and take another file or publication") { store throws in
      _ = try RegistryFixture.registry(store)
      var tasks = (0..<3).map { task($0) }
      try store.writePools { rows in for task in tasks { try rows.add(task) } }
      (tasks[1].file, tasks[1].publication) = ([4, 5], [6])
      try store.writePools { try $0.put(tasks[1]) }
      try store.readPools { rows throws in
        #expect(try rows.poolTasks() == tasks.sorted { $0.id < $1.id })
        for task in tasks {
          #expect(try rows.poolTask(task.id) == task)
          #expect(try rows.poolTask(in: task.scope, region: task.region) == task)
        }
        #expect(try rows.poolTask(digest("nothing")) == nil)
        #expect(try rows.poolTask(in: tasks[0].scope, region: "E12000009") == nil)
      }
      isRefused(store) { try $0.add(HeldPoolTask(tasks[0], id: digest("another"))) }
      isRefused(store) { try $0.add(tasks[0]) }
    },
    ContractCase("contributions come back by id, and take another verdict") { store throws in
      _ = try RegistryFixture.registry(store)
      let verdicts: [HeldContribution.Verdict] =
        [.taken, .sound, .counted, .leftOut] + PoolRule.allCases.map { .refused($0) }
      var all = verdicts.indices.map { contribution($0) }
      try store.writePools { rows in
        try rows.add(task(0))
        try rows.add(task(1))
        for contribution in all { try rows.add(contribution) }
      }
      for (index, verdict) in verdicts.enumerated() {
        (all[index].verdict, all[index].secret) = (verdict, [])
        try store.writePools { try $0.put(all[index]) }
      }
      try store.readPools { rows throws in
        #expect(try rows.contributions(of: task(0).id) == all.sorted { $0.id < $1.id })
        #expect(try rows.contributions(of: task(1).id).isEmpty)
        for contribution in all {
          #expect(try rows.contribution(contribution.id, of: task(0).id) == contribution)
          #expect(try rows.contribution(contribution.id, of: task(1).id) == nil)
          let partnership = contribution.partnership
          #expect(try rows.contribution(by: partnership, of: task(0).id) == contribution)
          #expect(try rows.contribution(by: partnership, of: task(1).id) == nil)
        }
      }
      isRefused(store) { try $0.add(all[0]) }
      // Another one of the same partnership.
      isRefused(store) { try $0.add(contribution(0, id: digest("another"))) }
    },
    ContractCase("the ledger keeps one row a partnership, scope and criterion") { store throws in
      _ = try RegistryFixture.registry(store)
      let entries = ["pond", "beds", "paths"].map { entry($0) }
      let elsewhere = PoolLedgerEntry(
        partnership: "ash", scope: scope(1), criterion: "beds", contribution: digest("c"), task: task(1).id)
      try store.writePools { rows in
        try rows.add(task(0))
        for entry in entries + [elsewhere] { try rows.add(entry) }
      }
      try store.readPools { rows throws in
        #expect(
          try rows.poolLedger(of: "ash", in: scope(0)) == entries.sorted { $0.criterion < $1.criterion })
        #expect(try rows.poolLedger(of: "ash", in: scope(1)) == [elsewhere])
        #expect(try rows.poolLedger(of: "beech", in: scope(0)).isEmpty)
      }
      isRefused(store) { try $0.add(entries[0]) }
      isRefused(store) { try $0.add(entry("beds", task: digest("another"))) }
    },
    ContractCase("messages come back by step and subject, each signed once") { store throws in
      _ = try RegistryFixture.registry(store)
      let own = (0..<6).map { message($0, from: 0) }
      let other = (0..<6).map { message($0, from: 1) }
      try store.writePools { rows in
        try rows.add(task(0))
        for message in (own + other).reversed() { try rows.add(message) }
        try rows.addEvidence(PoolMessage(own[0].key, [9]))
        try rows.addEvidence(PoolMessage(own[0].key, [8]))
      }
      try store.readPools { rows throws in
        for (place, messages) in [own, other].enumerated() {
          let sorted = messages.sorted {
            ($0.key.step.rawValue, $0.key.subject) < ($1.key.step.rawValue, $1.key.subject)
          }
          #expect(try rows.poolMessages(of: task(0).id, from: place) == sorted)
          for message in messages { #expect(try rows.poolMessage(message.key) == message) }
        }
        #expect(try rows.poolMessages(of: task(1).id, from: 0).isEmpty)
        #expect(try rows.poolEvidence(of: task(0).id).map(\.bytes) == [[9], [8]])
        #expect(try rows.poolEvidence(of: task(1).id).isEmpty)
      }
      isRefused(store) { try $0.add(PoolMessage(own[0].key, [7])) }
      isRefused(store) { try $0.addEvidence(PoolMessage(own[0].key, [9])) }
    },
    ContractCase("a step of a pool is all or nothing, and its own failure is the one that is seen") {
      store throws in
      _ = try RegistryFixture.registry(store)
      try store.writePools { try $0.add(task(0)) }
      let refused = #expect(throws: Failure.self) {
        try store.writePools { rows in
          try rows.add(contribution(0))
          try rows.add(entry("beds"))
          try rows.add(message(0, from: 0))
          throw PoolRule.late.refusal("Made up.", help: "")
        }
      }
      #expect(refused?.message == "Refused (rule “late”). Made up.")
      try store.readPools { rows throws in
        #expect(try rows.contributions(of: task(0).id).isEmpty)
        #expect(try rows.poolLedger(of: "ash", in: scope(0)).isEmpty)
        #expect(try rows.poolMessages(of: task(0).id, from: 0).isEmpty)
      }
    },
  ]

  // MARK: Rows

  private static func digest(_ text: String) -> Digest { Digest(ofText: text) }

  private static func scope(_ number: Int) -> ReleaseScope {
    ReleaseScope(
      framework: "garden-made-up", major: 1 + number / 2, kind: number == 2 ? .peer : .own,
      period: Period(startYear: 2025 + number))
  }

  private static func opened(_ number: Int) -> HeldPool {
    HeldPool(
      scope: scope(number), region: "E1200000\(4 - number)", task: digest("task \(number)"),
      partnerships: 5 + number,
      entry: UInt64(number))
  }

  /// An entry of the log stands behind each opened pool.
  private static func append(
    _ pool: HeldPool, _ index: Int, _ publisher: MadeUpPublisher, _ rows: any PoolWriting
  ) throws {
    var frontier = try rows.frontier()
    let hash = digest("entry \(index)")
    frontier.append(hash)
    try rows.append(
      LogEntry(
        index: UInt64(index), hash: hash, publisher: publisher.key.name, sequence: UInt64(index + 1),
        note: Array("leaf \(index)".utf8)),
      HeldPublication(salt: [1], payload: [2], subject: "pool \(index)"), frontier: frontier)
    try rows.add(pool)
  }

  private static func task(_ number: Int) -> HeldPoolTask {
    HeldPoolTask(
      id: digest("task \(number)"), scope: scope(number), region: "E1200000\(number + 1)", place: number % 2,
      verifyKey: [1, 2, UInt8(number)], file: [3])
  }

  private static func contribution(_ number: Int, id: Digest? = nil) -> HeldContribution {
    HeldContribution(
      id: id ?? digest("contribution \(number)"), task: task(0).id, partnership: "made-up-\(number)",
      declared: [number, 0, 3], verdict: .taken, secret: [UInt8(number), 0, 255])
  }

  private static func entry(_ criterion: String, task other: Digest? = nil) -> PoolLedgerEntry {
    PoolLedgerEntry(
      partnership: "ash", scope: scope(0), criterion: criterion, contribution: digest("c"),
      task: other ?? task(0).id)
  }

  private static func message(_ number: Int, from place: Int) -> PoolMessage {
    let step = PoolMessage.Step.allCases[number % 3]
    return PoolMessage(
      .init(task: task(0).id, place: place, step: step, subject: digest("subject \(number)")),
      [UInt8(number), UInt8(place)])
  }

  /// Writing ends in a failure, and nothing of it is kept.
  private static func isRefused(_ store: any PoolStore, _ body: (any PoolWriting) throws -> Void) {
    #expect(throws: Failure.self) { try store.writePools(body) }
  }
}

extension HeldPoolTask {
  fileprivate init(_ other: HeldPoolTask, id: Digest) {
    self.init(
      id: id, scope: other.scope, region: other.region, place: other.place, verifyKey: other.verifyKey,
      file: other.file)
  }
}
