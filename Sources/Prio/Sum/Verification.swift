extension Prio3SumVec {
  /// One aggregator's first step with a report (VDAF draft, section 7.2.2): its state, to be kept to itself, and its
  /// verifier share, to be sent to the others.
  ///
  /// `verifyKey` is what the aggregators agreed on before the first report and keep from clients.
  ///
  /// - Throws: `PrioError`, where something is not written as it should be.
  public func verifyInit(
    verifyKey: [UInt8], context: [UInt8], aggregator: Int, nonce: [UInt8], publicShare: [UInt8],
    inputShare: [UInt8]
  ) throws(PrioError) -> (state: VerifyState, verifierShare: [UInt8]) {
    try PrioMessage.verifyKey.check(verifyKey, size: Self.verifyKeySize)
    try PrioMessage.nonce.check(nonce, size: Self.nonceSize)
    try check(aggregator: aggregator)
    let derivations = try Derivations(circuit: circuit, context: context)
    var parts = try jointParts(from: publicShare)
    let input = try self.inputShare(from: inputShare, aggregator: aggregator, derivations)

    // The client's word for this aggregator's own part is not needed: it is worked out from the share itself.
    let part = derivations.jointPart(
      blind: input.blind, aggregator: aggregator, nonce: nonce, share: input.measurement)
    parts[aggregator] = part
    let seed = derivations.jointSeed(parts: parts)

    let verifier = try circuit.query(
      input.measurement, proof: input.proof,
      at: derivations.testPoint(verifyKey: verifyKey, nonce: nonce),
      jointRandomness: derivations.jointRandomness(seed: seed), shares: shares)
    let state = VerifyState(
      aggregator: aggregator, jointSeed: seed, outputShare: circuit.counts(of: input.measurement))
    return (state, Field128.bytes(of: verifier) + part)
  }

  /// Brings the verifier shares of all aggregators together, in the order of their numbers, and decides on the proof.
  /// Every aggregator does this itself; a message taken from another on trust would let that one decide alone.
  ///
  /// - Throws: `PrioError.invalidProof`, or where a share is not written as it should be.
  public func verifierMessage(context: [UInt8], verifierShares: [[UInt8]]) throws(PrioError) -> [UInt8] {
    guard verifierShares.count == shares else {
      throw .shareCount(verifierShares.count, expected: shares)
    }
    let derivations = try Derivations(circuit: circuit, context: context)
    var verifier = [Field128](repeating: .zero, count: circuit.verifierLength)
    var parts: [[UInt8]] = []
    for share in verifierShares {
      try PrioMessage.verifierShare.check(share, size: verifierShareSize)
      let elements = try Field128.vector(
        from: share, at: 0, count: circuit.verifierLength, in: .verifierShare)
      for index in verifier.indices { verifier[index] += elements[index] }
      parts.append(Array(share.suffix(Self.seedSize)))
    }
    guard circuit.decide(verifier) else { throw .invalidProof }
    return derivations.jointSeed(parts: parts)
  }

  /// An aggregator's last step with a report: its share of the counts, which it may now add up.
  ///
  /// - Throws: `PrioError.jointRandomness` where the proof was made with other randomness than these shares give, or
  ///   where the message or the state is not written as it should be.
  public func verifyNext(_ state: VerifyState, message: [UInt8]) throws(PrioError) -> [Field128] {
    try PrioMessage.verifierMessage.check(message, size: Self.verifierMessageSize)
    guard state.outputShare.count == length else {
      throw .size(.verifyState, state.bytes.count, expected: verifyStateSize)
    }
    var difference: UInt8 = 0
    for (left, right) in zip(message, state.jointSeed) { difference |= left ^ right }
    guard difference == 0 else { throw .jointRandomness }
    return state.outputShare
  }
}
