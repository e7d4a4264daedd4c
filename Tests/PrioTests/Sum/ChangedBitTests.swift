import TestSupport
import Testing

@testable import Prio

/// A report in which any one bit of anything was changed is refused. No bit is left over whose change would do nothing:
/// even the seed of a helper, the blinds and the parts of a public share all go into what is compared at the end.
struct ChangedBitTests {
  private let exchange: Exchange

  init() throws {
    var generator = SeededGenerator(seed: 7)
    exchange = try Exchange(Prio3SumVec(length: 2, maxMeasurement: 3, chunkLength: 2), [1, 3], &generator)
  }

  @Test func `unchanged, it counts`() throws {
    #expect(try exchange.prio.unshard(exchange.run(), reports: 1) == [1, 3])
  }

  @Test func `of the public share`() {
    expect(\.publicShare) { $0 == .invalidProof }
  }

  @Test func `of the leader's input share`() {
    expect(\.inputShares[0]) { error in
      if case .elementRange(.leaderShare, _) = error { return true }
      return error == .invalidProof
    }
  }

  @Test func `of a helper's input share`() {
    expect(\.inputShares[1]) { $0 == .invalidProof }
  }

  @Test func `of the nonce, the context, or one aggregator's key`() {
    expect(\.nonce) { $0 == .invalidProof }
    expect(\.context) { $0 == .invalidProof }
    expect(\.verifyKeys[0]) { $0 == .invalidProof }
    expect(\.verifyKeys[1]) { $0 == .invalidProof }
  }

  @Test(arguments: [0, 1]) func `of a verifier share`(_ aggregator: Int) {
    let elements = exchange.prio.verifierShareSize - Prio3SumVec.seedSize
    for bit in 0..<(exchange.prio.verifierShareSize * 8) {
      var changed = exchange
      changed.onVerifierShares = { $0[aggregator][bit / 8] ^= 1 << (bit % 8) }
      let refusal = changed.refusal()
      if bit / 8 >= elements {
        #expect(refusal == .jointRandomness, "bit \(bit)")
      } else if case .elementRange(.verifierShare, at: bit / 128) = refusal {
        continue
      } else {
        #expect(refusal == .invalidProof, "bit \(bit)")
      }
    }
  }

  @Test func `of the message, which every aggregator holds against its own state`() throws {
    let begun = try (0...1).map { try exchange.begin($0) }
    let message = try exchange.prio.verifierMessage(
      context: exchange.context, verifierShares: begun.map(\.verifierShare))
    for bit in 0..<(message.count * 8) {
      var changed = message
      changed[bit / 8] ^= 1 << (bit % 8)
      for (state, _) in begun {
        #expect(throws: PrioError.jointRandomness) {
          try exchange.prio.verifyNext(state, message: changed)
        }
      }
    }
  }

  /// Seeds are compared whole: a message that differs in two places, so that the differences might cancel, is refused.
  @Test func `or of several at once`() throws {
    let begun = try (0...1).map { try exchange.begin($0) }
    var message = try exchange.prio.verifierMessage(
      context: exchange.context, verifierShares: begun.map(\.verifierShare))
    message[3] ^= 0x40
    message[30] ^= 0x40
    #expect(throws: PrioError.jointRandomness) {
      try exchange.prio.verifyNext(begun[0].state, message: message)
    }
  }

  @Test func `every byte of a larger report, changed to another`() throws {
    var generator = SeededGenerator(seed: 8)
    let prio = try Prio3SumVec(length: 6, maxMeasurement: 40)
    let larger = try Exchange(prio, generator.measurement(prio), &generator)
    #expect(larger.refusal() == nil)
    for part in [\Exchange.publicShare, \.inputShares[0], \.inputShares[1], \.nonce] {
      for index in larger[keyPath: part].indices {
        var changed = larger
        changed[keyPath: part][index] ^= UInt8.random(in: 1...255, using: &generator)
        #expect(changed.refusal() != nil, "\(part), byte \(index)")
      }
    }
  }

  private func expect(
    _ part: WritableKeyPath<Exchange, [UInt8]>, isRefusal: (PrioError) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for bit in 0..<(exchange[keyPath: part].count * 8) {
      var changed = exchange
      changed[keyPath: part][bit / 8] ^= 1 << (bit % 8)
      let refusal = changed.refusal()
      #expect(
        refusal.map(isRefusal) == true, "bit \(bit): \(String(describing: refusal))",
        sourceLocation: sourceLocation)
    }
  }
}
