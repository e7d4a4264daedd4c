import Diagnostics
import Prio
import Profiles
import Sealing

extension PoolAggregator {
  /// What became of messages.
  public struct Received: Sendable, Equatable {
    public internal(set) var new = 0
    /// Why some cannot be used; they change nothing.
    public internal(set) var unusable: [String] = []
  }

  /// Takes in messages of the other registry, in any order and any number of times. What contradicts an earlier message
  /// freezes the pool: both are kept, and later steps are refused.
  public func receive(_ messages: [[UInt8]], for pool: RunningPool) throws(Failure) -> Received {
    var received = Received()
    // A few at a time, so that a long outbox does not keep others from the registry.
    for start in stride(from: 0, to: messages.count, by: 64) {
      var read: [PoolMessage] = []
      for bytes in messages[start..<min(start + 64, messages.count)] {
        do {
          read.append(try PoolMessage(reading: bytes, of: pool.task, id: pool.id, from: pool.peer))
        } catch {
          received.unusable.append(error.message)
        }
      }
      received.new += try receive(read, pool)
    }
    return received
  }

  private func receive(_ read: [PoolMessage], _ pool: RunningPool) throws(Failure) -> Int {
    try store.writePools { rows in
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
