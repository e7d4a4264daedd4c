import TestSupport

@testable import Prio

/// One report on its way through all aggregators, every part of it open to change.
struct Exchange {
  let prio: Prio3SumVec
  var context: [UInt8]
  var nonce: [UInt8]
  var publicShare: [UInt8]
  var inputShares: [[UInt8]]
  /// By aggregator; they should be the same.
  var verifyKeys: [[UInt8]]
  /// Changes what the aggregators send one another.
  var onVerifierShares: @Sendable (inout [[UInt8]]) -> Void = { _ in }
  var onMessage: @Sendable (inout [UInt8]) -> Void = { _ in }

  init(_ prio: Prio3SumVec, _ measurement: [Int], _ generator: inout SeededGenerator) throws {
    try self.init(prio, encoded: prio.circuit.encode(measurement), &generator)
  }

  /// As a client does that does not look at what it shares out.
  init(_ prio: Prio3SumVec, encoded: [Field128], _ generator: inout SeededGenerator) throws {
    self.prio = prio
    context = generator.bytes(20)
    nonce = generator.bytes(Prio3SumVec.nonceSize)
    verifyKeys = Array(repeating: generator.bytes(Prio3SumVec.verifyKeySize), count: prio.shares)
    let report = try prio.share(
      encoded, context: context, nonce: nonce, random: generator.bytes(prio.randomSize))
    publicShare = report.publicShare
    inputShares = report.inputShares
  }

  func begin(_ aggregator: Int) throws(PrioError) -> (state: Prio3SumVec.VerifyState, verifierShare: [UInt8])
  {
    try prio.verifyInit(
      verifyKey: verifyKeys[aggregator], context: context, aggregator: aggregator, nonce: nonce,
      publicShare: publicShare, inputShare: inputShares[aggregator])
  }

  /// The output shares, where every aggregator accepts.
  func run() throws(PrioError) -> [[Field128]] {
    var states: [Prio3SumVec.VerifyState] = []
    var verifierShares: [[UInt8]] = []
    for aggregator in 0..<prio.shares {
      let (state, share) = try begin(aggregator)
      states.append(state)
      verifierShares.append(share)
    }
    onVerifierShares(&verifierShares)
    var message = try prio.verifierMessage(context: context, verifierShares: verifierShares)
    onMessage(&message)
    var outputs: [[Field128]] = []
    for state in states { outputs.append(try prio.verifyNext(state, message: message)) }
    return outputs
  }

  /// What refuses the report, or nil where it counts.
  func refusal() -> PrioError? {
    do {
      _ = try run()
      return nil
    } catch { return error }
  }
}
