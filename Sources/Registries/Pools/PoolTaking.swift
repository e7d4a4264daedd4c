import Diagnostics
import Documents
import Prio
import Profiles
import Sealing

extension PoolAggregator {
  /// What became of a contribution that was handed in.
  public struct Taken: Sendable, Equatable {
    public let partnership: String
    public let contribution: Digest
    /// False where it was taken before; then nothing was changed.
    public let isNew: Bool
  }

  /// Takes a contribution: opens the registry's own share, prepares its check, and enters the ledger. Taken again, it is
  /// the same one.
  ///
  /// - Parameter day: today.
  /// - Throws: `badData` where it is no contribution; `refused` by the rule that forbids it. Nothing is stored then.
  public func take(_ file: [UInt8], for pool: RunningPool, on day: Day) throws(Failure) -> Taken {
    let read = try PoolContributionFile(file)
    let publisher = try store.readPools { try $0.publisher(keyName: read.signer) }
    guard let publisher, publisher.name == read.contribution.partnership else {
      throw PoolRule.notAdmitted.refusal(
        "The key “\(read.signer.prefix(200))” is not admitted here for “\(read.contribution.partnership)”.",
        help:
          "Ask for the partnership's public key, make sure whose it is, and admit it with `waymark registry admit`."
      )
    }
    try read.check(signedBy: publisher.key)
    try read.check(against: pool.task)
    let taken = Taken(partnership: publisher.name, contribution: read.id, isNew: true)
    if try isTaken(read, pool) {
      return Taken(partnership: taken.partnership, contribution: read.id, isNew: false)
    }
    guard day <= pool.task.until else { throw Self.late(pool) }
    let (secret, check) = try prepared(read, pool)
    let message = PoolMessage(
      .init(task: pool.id, place: pool.held.place, step: .check, subject: read.id),
      try PoolNote.signed(check.json, by: keys.signing))
    return try store.writePools { rows in
      if try rows.contribution(read.id, of: pool.id) != nil {
        return Taken(partnership: taken.partnership, contribution: read.id, isNew: false)
      }
      try pool.checkIsNotFrozen(rows)
      if try rows.poolMessage(pool.key(.list, from: pool.held.place)) != nil { throw Self.late(pool) }
      try Self.enterLedger(read, pool, rows)
      try rows.add(
        HeldContribution(
          id: read.id, task: pool.id, partnership: publisher.name, declared: read.contribution.declared,
          verdict: .taken, secret: secret))
      try rows.add(message)
      try decide(read.id, pool, rows)
      return taken
    }
  }

  /// Does for a contribution what ``take(_:for:on:)`` does before anything is stored: reads it, opens this registry's share
  /// and prepares the check.
  ///
  /// - Returns: whether its declared numbers have the form that the pool wants.
  /// - Throws: as taking does.
  public func check(_ file: [UInt8], for pool: RunningPool) throws(Failure) -> Bool {
    let read = try PoolContributionFile(file)
    try read.check(against: pool.task)
    return try prepared(read, pool).check.cellSums.count == read.contribution.declared.count
  }

  private func isTaken(_ read: PoolContributionFile, _ pool: RunningPool) throws(Failure) -> Bool {
    try store.readPools { try $0.contribution(read.id, of: pool.id) != nil }
  }

  /// The registry's share, opened and prepared, and its part of the check.
  private func prepared(
    _ read: PoolContributionFile, _ pool: RunningPool
  ) throws(Failure) -> (secret: [UInt8], check: PoolCheck) {
    let contribution = read.contribution
    let share = try contribution.share(pool.held.place, openedBy: keys.box)
    let sharing = try pool.task.sharing()
    do {
      let (state, verifierShare) = try sharing.prio.verifyInit(
        verifyKey: pool.held.verifyKey, context: sharing.context, aggregator: pool.held.place,
        nonce: contribution.nonce, publicShare: contribution.publicShare, inputShare: share)
      // The share of the counts closes the state's bytes.
      let counts = try sharing.prio.share(from: Array(state.bytes.suffix(sharing.prio.outputShareSize)))
      let sums = pool.task.criteria.indices.map { index in
        counts[pool.task.cells(of: index)].reduce(Field128.zero, +)
      }
      return (
        state.bytes,
        PoolCheck(task: pool.id, contribution: read.id, verifierShare: verifierShare, cellSums: sums)
      )
    } catch {
      throw PoolRule.badProof.refusal(
        "The share in the contribution is not as it should be. \(error)",
        help: "It was not made by `waymark pool contribute`, or was changed.")
    }
  }

  /// A partnership's criterion enters one pool of a scope, whatever becomes of it.
  private static func enterLedger(
    _ read: PoolContributionFile, _ pool: RunningPool, _ rows: any PoolWriting
  ) throws {
    let contribution = read.contribution
    let before = try rows.poolLedger(of: contribution.partnership, in: pool.held.scope)
    let used = Set(before.map(\.criterion))
    let given = zip(pool.task.criteria, contribution.declared).filter { $0.1 > 0 }.map(\.0.id)
    let isSame = try rows.contribution(by: contribution.partnership, of: pool.id) != nil
    if isSame || given.contains(where: used.contains) {
      throw PoolRule.countedTwice.refusal(
        "“\(contribution.partnership)” has contributed to a pool of \(pool.held.scope.framework) "
          + "\(pool.held.scope.major), \(pool.held.scope.period), \(pool.held.scope.kind.rawValue) already.",
        help: "The first contribution counts. A correction waits for the next school year.")
    }
    for criterion in given {
      try rows.add(
        PoolLedgerEntry(
          partnership: contribution.partnership, scope: pool.held.scope, criterion: criterion,
          contribution: read.id, task: pool.id))
    }
  }

  private static func late(_ pool: RunningPool) -> Failure {
    PoolRule.late.refusal(
      "The pool \(pool.task.words) took contributions until \(pool.task.until), or was closed.",
      help: "Contribute to next year's pool.")
  }
}
