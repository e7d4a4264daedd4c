import Diagnostics
import Prio
import Profiles
import Sealing

extension PoolAggregator {
  /// Takes in messages of the other registry, in any order and any number of times.
  ///
  /// - Returns: how many were new.
  /// - Throws: `badData` or `refused` where one cannot be used. What contradicts an earlier message freezes the pool:
  ///   both are kept, and later steps are refused.
  public func receive(_ messages: [[UInt8]], for pool: RunningPool) throws(Failure) -> Int {
    var read: [PoolMessage] = []
    for bytes in messages {
      read.append(try PoolMessage(reading: bytes, of: pool.task, id: pool.id, from: pool.peer))
    }
    return try store.writePools { rows in
      var new = 0
      for message in read {
        if let held = try rows.poolMessage(message.key) {
          if held.bytes == message.bytes { continue }
          if try rows.poolEvidence(of: pool.id).contains(message) { continue }
          try rows.addEvidence(message)
          new += 1
          continue
        }
        try rows.add(message)
        new += 1
        if message.key.step == .check { try decide(message.key.subject, pool, rows) }
      }
      return new
    }
  }

  /// The digests of the other registry's messages that are here already, so that they need not be read again.
  public func known(of pool: RunningPool) throws(Failure) -> Set<Digest> {
    try store.readPools { rows in
      try Set(rows.poolMessages(of: pool.id, from: pool.peer).map { Digest(of: $0.bytes) })
    }
  }

  /// Gives the verdict on a contribution once both registries' checks are here. Both come to the same.
  func decide(_ id: Digest, _ pool: RunningPool, _ rows: any PoolWriting) throws {
    guard var held = try rows.contribution(id, of: pool.id), held.verdict == .taken else { return }
    var checks: [PoolCheck] = []
    for place in pool.task.registries.indices {
      let key = PoolMessage.Key(task: pool.id, place: place, step: .check, subject: id)
      guard let message = try rows.poolMessage(key),
        let check = PoolCheck(try message.content(), criteria: pool.task.criteria.count)
      else { return }
      checks.append(check)
    }
    // A list that was signed without it stays as it is.
    if try rows.poolMessage(pool.key(.list, from: pool.held.place)) != nil { return }
    (held.verdict, held.secret) = verdict(on: held, checks, pool)
    try rows.put(held)
  }

  private func verdict(
    on held: HeldContribution, _ checks: [PoolCheck], _ pool: RunningPool
  ) -> (HeldContribution.Verdict, secret: [UInt8]) {
    let share: [Field128]
    do {
      let sharing = try pool.task.sharing()
      let state = try sharing.prio.verifyState(from: held.secret)
      let message = try sharing.prio.verifierMessage(
        context: sharing.context, verifierShares: checks.map(\.verifierShare))
      share = try sharing.prio.verifyNext(state, message: message)
    } catch {
      return (.refused(.badProof), [])
    }
    for (index, declared) in held.declared.enumerated() {
      let sum = checks.reduce(Field128.zero) { $0 + $1.cellSums[index] }
      if sum != Field128(declared) { return (.refused(.cellSum), []) }
    }
    return (.sound, Field128.bytes(of: share))
  }
}
