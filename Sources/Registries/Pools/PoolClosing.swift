import Diagnostics
import Documents
import Prio
import Profiles
import Sealing

extension PoolAggregator {
  /// Closes a pool: no contribution is taken any more, and the list of the sound ones is signed. Closed again, nothing
  /// changes.
  ///
  /// - Parameter leavingOut: whether contributions that wait for the other registry's check may be left out.
  /// - Throws: `refused` by the rule “undecided” where some wait.
  public func close(_ pool: RunningPool, leavingOut: Bool) throws(Failure) {
    try store.writePools { rows in
      let key = pool.key(.list, from: pool.held.place)
      if try rows.poolMessage(key) != nil { return }
      try pool.checkIsNotFrozen(rows)
      let all = try rows.contributions(of: pool.id)
      let waiting = all.filter { $0.verdict == .taken }.map(\.partnership).sorted()
      guard waiting.isEmpty || leavingOut else { throw Self.undecided(waiting, pool) }
      let list = PoolList(task: pool.id, contributions: all.filter { $0.verdict == .sound }.map(\.id))
      try rows.add(PoolMessage(key, try PoolNote.signed(list.json, by: keys.signing)))
    }
  }

  /// Signs the registry's share of the pool, with its own noise, once both lists are here: draws once, ever. The secret
  /// shares are erased in the same transaction.
  ///
  /// - Parameter generator: for a real pool, `SystemRandomNumberGenerator`.
  /// - Returns: false where a list is missing yet.
  @discardableResult
  public func share(
    _ pool: RunningPool, using generator: inout some RandomNumberGenerator
  ) throws(Failure) -> Bool {
    var own = generator
    defer { generator = own }
    return try store.writePools { rows in
      let key = pool.key(.share, from: pool.held.place)
      if try rows.poolMessage(key) != nil { return true }
      guard let batch = try Self.batch(pool, rows) else { return false }
      try pool.checkIsNotFrozen(rows)
      let counted = Set(batch)
      var (sum, declared): ([Field128], [[Int]]) = (try pool.task.sharing().prio.emptyAggregate, [])
      for var held in try rows.contributions(of: pool.id) {
        if counted.contains(held.id) {
          try Self.add(held, to: &sum, pool)
          declared.append(held.declared)
          held.verdict = .counted
        } else if held.verdict == .sound || held.verdict == .taken {
          held.verdict = .leftOut
        }
        held.secret = []
        try rows.put(held)
      }
      let share = try PoolShare.make(
        of: pool.task, registry: pool.task.registries[pool.held.place].origin, batch: batch,
        declared: declared, sum: sum, using: &own)
      try rows.add(PoolMessage(key, try share.file(of: pool.task, signedBy: keys.signing)))
      return true
    }
  }

  /// What stands on both lists; `nil` where one is missing.
  private static func batch(_ pool: RunningPool, _ rows: any PoolReading) throws -> [Digest]? {
    var lists: [Set<Digest>] = []
    for place in pool.task.registries.indices {
      guard let message = try rows.poolMessage(pool.key(.list, from: place)),
        let list = PoolList(try message.content())
      else { return nil }
      lists.append(Set(list.contributions))
    }
    return lists[0].intersection(lists[1]).sorted()
  }

  private static func add(
    _ held: HeldContribution, to sum: inout [Field128], _ pool: RunningPool
  ) throws {
    let prio = try pool.task.sharing().prio
    do {
      try prio.add(try prio.share(from: held.secret), to: &sum)
    } catch {
      throw Failure(
        .badData, "What this registry keeps of a contribution is damaged. \(error)",
        help: "Restore a backup from before the pool was closed.")
    }
  }

  private static func undecided(_ waiting: [String], _ pool: RunningPool) -> Failure {
    PoolRule.undecided.refusal(
      "These wait for the check of “\(pool.other.origin)”: \(waiting.joined(separator: ", ")).",
      help:
        "Let the other registry take them and read its outbox, or close with --leave-out: then they do not count, "
        + "and may not count elsewhere this year.")
  }
}
