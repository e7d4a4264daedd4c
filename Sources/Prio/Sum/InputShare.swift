/// What one aggregator works with, once its input share is decoded and a helper's seed expanded.
struct InputShare {
  let measurement: [Field128]
  let proof: [Field128]
  let blind: [UInt8]
}

extension Prio3SumVec {
  /// - Throws: `PrioError`, where the share has another length or an element out of range.
  func inputShare(
    from bytes: [UInt8], aggregator: Int, _ derivations: Derivations
  ) throws(PrioError) -> InputShare {
    if aggregator == 0 {
      try PrioMessage.leaderShare.check(bytes, size: leaderShareSize)
      let elements = try Field128.vector(
        from: bytes, at: 0, count: circuit.encodedLength + circuit.proofLength, in: .leaderShare)
      return InputShare(
        measurement: Array(elements[..<circuit.encodedLength]),
        proof: Array(elements[circuit.encodedLength...]), blind: Array(bytes.suffix(Self.seedSize)))
    }
    try PrioMessage.helperShare.check(bytes, size: 2 * Self.seedSize)
    let seed = Array(bytes[..<Self.seedSize])
    return InputShare(
      measurement: derivations.measurementShare(seed: seed, aggregator: aggregator),
      proof: derivations.proofShare(seed: seed, aggregator: aggregator),
      blind: Array(bytes[Self.seedSize...]))
  }

  /// The joint randomness parts of a public share, by aggregator.
  func jointParts(from publicShare: [UInt8]) throws(PrioError) -> [[UInt8]] {
    try PrioMessage.publicShare.check(publicShare, size: publicShareSize)
    return Self.seeds(in: publicShare)
  }

  /// The seeds that follow one another in `bytes`.
  static func seeds(in bytes: [UInt8]) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: seedSize).map { Array(bytes[$0..<($0 + seedSize)]) }
  }
}
