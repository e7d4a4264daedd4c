import Diagnostics
import Documents
import Profiles
import Sealing

extension PoolAggregator {
  /// Opens a pool from both registries' shares and takes it up in this registry's log. Published again, it is the same
  /// publication.
  ///
  /// - Parameter moment: now, as ``PublicationMaker/moment(_:)`` writes it.
  /// - Returns: the publication's file, and what became of it.
  /// - Throws: `refused` where a share or its noise is missing, or no criterion passed the gates.
  public func publish(
    _ pool: RunningPool, moment: String
  ) throws(Failure) -> (pool: Pool, file: [UInt8], receipt: Receipt) {
    let opened = try opened(pool)
    let registry = Registry(store)
    // Another pool's publication may take the place in the log that this one was signed for.
    for _ in 0..<8 {
      let file = try prepared(opened, pool, registry, moment)
      do {
        return (opened, file, try registry.publish(file))
      } catch let failure {
        if try isStillNext(file, registry) { throw failure }
        try store.writePools { rows in try Self.put(nil, pool, rows) }
      }
    }
    throw Failure(
      .unavailable, "Other publications came between again and again.", help: "Try again in a moment.")
  }

  /// The pool, from both shares as they are here.
  func opened(_ pool: RunningPool) throws(Failure) -> Pool {
    let shares = try store.readPools { rows in
      try pool.checkIsNotFrozen(rows)
      return try pool.task.registries.indices.compactMap {
        try rows.poolMessage(pool.key(.share, from: $0))?.bytes
      }
    }
    return try Pool(task: pool.held.file, shares: shares)
  }

  /// The publication as it was signed before, or signed and kept now.
  private func prepared(
    _ opened: Pool, _ pool: RunningPool, _ registry: Registry, _ moment: String
  ) throws(Failure) -> [UInt8] {
    let position = try registry.position(ofKey: keys.signing.name)
    return try store.writePools { rows in
      if let file = try rows.poolTask(pool.id)?.publication { return file }
      let file = try PublicationFile.encode(
        PublicationMaker.make(
          kind: .pool, publisher: keys.signing, at: position, issued: moment, payload: opened.payload()))
      try Self.put(file, pool, rows)
      return file
    }
  }

  /// Whether a publication that was not taken up could still be: else its place was taken by another.
  private func isStillNext(_ file: [UInt8], _ registry: Registry) throws(Failure) -> Bool {
    let leaf = try PublicationFile.decode(file).claimedLeaf()
    let position = try registry.position(ofKey: keys.signing.name)
    return leaf.sequence == position.next && leaf.previous == position.previous
  }

  private static func put(_ file: [UInt8]?, _ pool: RunningPool, _ rows: any PoolWriting) throws {
    guard var held = try rows.poolTask(pool.id) else { return }
    held.publication = file
    try rows.put(held)
  }
}
