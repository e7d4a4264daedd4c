/// Sums of vectors of counts that nobody sees one by one: Prio3SumVec of the IETF's VDAF draft
/// (draft-irtf-cfrg-vdaf, section 7.4.3; at its commit 5203892, where derivations carry version 18).
///
/// A client splits its counts into a share for each aggregator and adds a proof that every count is from 0 to
/// `maxMeasurement`. In one round the aggregators check the proof without learning the counts; each then adds its shares
/// of many reports up, and the sums of those are the sums of the counts.
public struct Prio3SumVec: Sendable, Equatable {
  /// The algorithm's number in the draft's registry.
  public static let algorithm: UInt32 = 3
  /// The version that every derivation is bound to.
  public static let draftVersion: UInt8 = 18

  public static let seedSize = XofTurboShake128.seedSize
  public static let nonceSize = 16
  public static let verifyKeySize = XofTurboShake128.seedSize
  /// Bytes of the application's context.
  public static let longestContext = XofTurboShake128.longestTag - Derivations.tagSize
  /// Bits of all counts together that are taken; a leader's share of so many has a little over 16 MiB.
  public static let longestEncoding = 1 << 20

  /// How many aggregators a measurement is shared out to, the leader among them.
  public let shares: Int
  /// Counts in a measurement.
  public var length: Int { circuit.length }
  /// The largest that a count may be.
  public var maxMeasurement: Int { circuit.maxMeasurement }
  /// How many bits the proof treats at a time.
  public var chunkLength: Int { circuit.chunkLength }
  /// Bits of one count.
  public var bits: Int { circuit.bits }

  let circuit: SumVecCircuit

  /// Without a chunk length, the one that makes the shortest proof. All parties need the same parameters: the messages
  /// do not tell them.
  ///
  /// - Throws: `PrioError`, where a parameter is out of range.
  public init(shares: Int = 2, length: Int, maxMeasurement: Int, chunkLength: Int? = nil) throws(PrioError) {
    guard 2...255 ~= shares else { throw .shares(shares) }
    guard length >= 1 else { throw .length(length) }
    guard maxMeasurement >= 1 else { throw .maxMeasurement(maxMeasurement) }
    let bits = SumVecCircuit.bits(of: maxMeasurement)
    guard length <= Self.longestEncoding / bits else {
      throw .encodedLength(length: length, bits: bits, limit: Self.longestEncoding)
    }
    let encodedLength = length * bits
    let chunk = chunkLength ?? Self.shortestProofChunk(encodedLength: encodedLength)
    guard 1...encodedLength ~= chunk else { throw .chunkLength(chunk, encodedLength: encodedLength) }
    self.shares = shares
    circuit = SumVecCircuit(length: length, maxMeasurement: maxMeasurement, chunkLength: chunk)
  }

  /// The chunk length that makes the shortest proof for a measurement of so many bits (fewer than 1 or more than
  /// `longestEncoding` count as those), the largest of several. Only those come into question whose calls, with the
  /// seed, just fit a power of two.
  public static func shortestProofChunk(encodedLength: Int) -> Int {
    let encodedLength = min(max(encodedLength, 1), longestEncoding)
    var best = (chunk: encodedLength, proof: Int.max)
    var wireSize = 2
    while wireSize / 2 <= encodedLength {
      let chunk = (encodedLength + wireSize - 2) / (wireSize - 1)
      let proof = 2 * chunk + 2 * wireSize - 1
      if proof < best.proof { best = (chunk, proof) }
      wireSize *= 2
    }
    return best.chunk
  }
}

// MARK: - Sizes of messages in bytes

extension Prio3SumVec {
  /// What a client draws for one report.
  public var randomSize: Int { 2 * Self.seedSize * shares }
  public var publicShareSize: Int { Self.seedSize * shares }
  public var verifierShareSize: Int { circuit.verifierLength * Field128.encodedSize + Self.seedSize }
  public static let verifierMessageSize = seedSize
  /// An output share's, and an aggregate share's too.
  public var outputShareSize: Int { length * Field128.encodedSize }

  /// The leader's input share (aggregator 0) is long, a helper's is two seeds.
  ///
  /// - Throws: `PrioError.aggregator`.
  public func inputShareSize(_ aggregator: Int) throws(PrioError) -> Int {
    try check(aggregator: aggregator)
    return aggregator == 0 ? leaderShareSize : 2 * Self.seedSize
  }

  var leaderShareSize: Int {
    (circuit.encodedLength + circuit.proofLength) * Field128.encodedSize + Self.seedSize
  }

  func check(aggregator: Int) throws(PrioError) {
    guard 0..<shares ~= aggregator else { throw .aggregator(aggregator, shares: shares) }
  }
}
