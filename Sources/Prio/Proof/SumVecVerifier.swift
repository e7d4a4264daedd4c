extension SumVecCircuit {
  /// One aggregator's share of the test of a proof (VDAF draft, section 7.3.4): the circuit's output, every wire's
  /// polynomial at `point`, and the gadget's polynomial there.
  ///
  /// - Throws: `PrioError.testPoint` where `point` is one of those that the proof is made of, which would give a value of
  ///   the gadget away.
  func query(
    _ share: [Field128], proof: [Field128], at point: Field128, jointRandomness: [Field128], shares: Int
  ) throws(PrioError) -> [Field128] {
    guard point.power(UInt128(wireSize)) != .one else { throw .testPoint }
    let values = wireValues(
      of: share, seeds: proof[..<wires], jointRandomness: jointRandomness, one: Field128(shares).inverse)
    let known = proof[wires...]
    let gadget = known + [LagrangeBasis.lastValue(after: known)]

    var output = Field128.zero
    for call in 1...calls { output += gadget[gadget.startIndex + 2 * call] }

    var verifier = [output]
    verifier.reserveCapacity(verifierLength)
    let weights = LagrangeBasis.weights(size: wireSize, at: point)
    for wire in 0..<wires {
      verifier.append(LagrangeBasis.value(weights, values[(wire * wireSize)..<((wire + 1) * wireSize)]))
    }
    verifier.append(LagrangeBasis.value(LagrangeBasis.weights(size: 2 * wireSize, at: point), gadget))
    return verifier
  }

  /// Whether the shares of a test, added up, are those of a valid proof of a valid measurement.
  func decide(_ verifier: [Field128]) -> Bool {
    var gadget = Field128.zero
    for wire in stride(from: 1, to: wires, by: 2) { gadget += verifier[wire] * verifier[wire + 1] }
    return verifier[0] == .zero && gadget == verifier[verifierLength - 1]
  }
}
