extension Prio3SumVec {
  /// What a client sends: the public share to every aggregator, and to each its own input share, sealed to it alone.
  public struct Report: Sendable, Equatable {
    public let publicShare: [UInt8]
    /// By aggregator.
    public let inputShares: [[UInt8]]
  }

  /// Splits counts into shares and proves that they are within bounds (VDAF draft, section 7.2.1).
  ///
  /// `nonce` (`nonceSize` bytes) and `random` (`randomSize` bytes) come fresh from the system's randomness for every
  /// report; used again, they give the counts away.
  ///
  /// - Throws: `PrioError`, where a count is out of range or something has the wrong length.
  public func shard(
    _ measurement: [Int], context: [UInt8], nonce: [UInt8], random: [UInt8]
  ) throws(PrioError) -> Report {
    guard measurement.count == length else {
      throw .measurementLength(measurement.count, expected: length)
    }
    for (index, count) in measurement.enumerated() where !(0...maxMeasurement ~= count) {
      throw .measurementRange(at: index, limit: maxMeasurement)
    }
    return try share(circuit.encode(measurement), context: context, nonce: nonce, random: random)
  }

  /// Shares any vector of `circuit.encodedLength` elements out; where they are not ones and zeros, with a proof that
  /// does not hold.
  func share(
    _ encoded: [Field128], context: [UInt8], nonce: [UInt8], random: [UInt8]
  ) throws(PrioError) -> Report {
    try PrioMessage.nonce.check(nonce, size: Self.nonceSize)
    try PrioMessage.randomness.check(random, size: randomSize)
    let derivations = try Derivations(circuit: circuit, context: context)
    let seeds = Self.seeds(in: random)
    let blind = seeds[2 * shares - 2]
    let proveSeed = seeds[2 * shares - 1]

    var leaderShare = encoded
    var parts: [[UInt8]] = []
    for helper in 1..<shares {
      let share = derivations.measurementShare(seed: seeds[2 * helper - 2], aggregator: helper)
      Self.subtract(share, from: &leaderShare)
      parts.append(
        derivations.jointPart(blind: seeds[2 * helper - 1], aggregator: helper, nonce: nonce, share: share))
    }
    parts.insert(
      derivations.jointPart(blind: blind, aggregator: 0, nonce: nonce, share: leaderShare), at: 0)

    var proofShare = circuit.proof(
      of: encoded, seeds: derivations.proveRandomness(seed: proveSeed),
      jointRandomness: derivations.jointRandomness(seed: derivations.jointSeed(parts: parts)))
    for helper in 1..<shares {
      Self.subtract(
        derivations.proofShare(seed: seeds[2 * helper - 2], aggregator: helper), from: &proofShare)
    }

    let leader = Field128.bytes(of: leaderShare) + Field128.bytes(of: proofShare) + blind
    var inputShares = [leader]
    for helper in 1..<shares { inputShares.append(seeds[2 * helper - 2] + seeds[2 * helper - 1]) }
    return Report(publicShare: Array(parts.joined()), inputShares: inputShares)
  }

  private static func subtract(_ share: [Field128], from rest: inout [Field128]) {
    for index in rest.indices { rest[index] -= share[index] }
  }
}
