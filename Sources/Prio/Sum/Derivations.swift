/// Everything that Prio3 draws from seeds (VDAF draft, section 7.2.6), bound to the algorithm, its version, the use and
/// the application's context. There is one proof, which some derivations are bound to as well.
struct Derivations {
  /// Bytes of a tag before the context.
  static let tagSize = 8
  private static let proofs: UInt8 = 1

  private enum Use: UInt8 {
    case measurementShare = 1
    case proofShare
    case jointRandomness
    case proveRandomness
    case queryRandomness
    case jointSeed
    case jointPart
  }

  private let circuit: SumVecCircuit
  private let context: [UInt8]

  /// - Throws: `PrioError.contextLength`.
  init(circuit: SumVecCircuit, context: [UInt8]) throws(PrioError) {
    guard context.count <= Prio3SumVec.longestContext else {
      throw .contextLength(context.count, limit: Prio3SumVec.longestContext)
    }
    self.circuit = circuit
    self.context = context
  }

  /// A helper's share of the encoded measurement.
  func measurementShare(seed: [UInt8], aggregator: Int) -> [Field128] {
    var stream = stream(.measurementShare, seed: seed, binder: [UInt8(truncatingIfNeeded: aggregator)])
    return stream.nextVector(circuit.encodedLength)
  }

  /// A helper's share of the proof.
  func proofShare(seed: [UInt8], aggregator: Int) -> [Field128] {
    var stream = stream(
      .proofShare, seed: seed, binder: [Self.proofs, UInt8(truncatingIfNeeded: aggregator)])
    return stream.nextVector(circuit.proofLength)
  }

  /// The seeds of the wires.
  func proveRandomness(seed: [UInt8]) -> [Field128] {
    var stream = stream(.proveRandomness, seed: seed, binder: [Self.proofs])
    return stream.nextVector(circuit.wires)
  }

  /// The point at which the proof is tested.
  func testPoint(verifyKey: [UInt8], nonce: [UInt8]) -> Field128 {
    var stream = stream(.queryRandomness, seed: verifyKey, binder: [Self.proofs] + nonce)
    return stream.nextVector(1)[0]
  }

  /// What one aggregator's share gives to the randomness that all have in common; the blind keeps the share hidden.
  func jointPart(blind: [UInt8], aggregator: Int, nonce: [UInt8], share: [Field128]) -> [UInt8] {
    var binder = [UInt8(truncatingIfNeeded: aggregator)] + nonce
    binder.reserveCapacity(binder.count + share.count * Field128.encodedSize)
    for element in share { Field128.append(element, to: &binder) }
    var stream = stream(.jointPart, seed: blind, binder: binder)
    return stream.nextSeed()
  }

  func jointSeed(parts: [[UInt8]]) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: Prio3SumVec.seedSize)
    var stream = stream(.jointSeed, seed: zeros, binder: Array(parts.joined()))
    return stream.nextSeed()
  }

  func jointRandomness(seed: [UInt8]) -> [Field128] {
    var stream = stream(.jointRandomness, seed: seed, binder: [Self.proofs])
    return stream.nextVector(circuit.calls)
  }

  private func stream(_ use: Use, seed: [UInt8], binder: [UInt8]) -> XofTurboShake128 {
    var tag = [Prio3SumVec.draftVersion, 0]
    withUnsafeBytes(of: Prio3SumVec.algorithm.bigEndian) { tag.append(contentsOf: $0) }
    tag += [0, use.rawValue]
    return XofTurboShake128(seed: seed, tag: tag + context, binder: binder)
  }
}
