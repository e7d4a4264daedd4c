import TestSupport
import Testing

@testable import Prio

/// Nothing that arrives makes the program stop: it is read as it should be or refused by an error that names it.
struct HostileBytesTests {
  private let prio: Prio3SumVec
  private let exchange: Exchange

  init() throws {
    var generator = SeededGenerator(seed: 19)
    prio = try Prio3SumVec(length: 3, maxMeasurement: 5)
    exchange = try Exchange(prio, [0, 5, 2], &generator)
  }

  @Test func `any other length of a message is refused with what it should be`() throws {
    let begun = try (0...1).map { try exchange.begin($0) }
    let message = try prio.verifierMessage(
      context: exchange.context, verifierShares: begun.map(\.verifierShare))
    for count in 0..<400 {
      let bytes = [UInt8](repeating: 0, count: count)
      func expect(_ kind: PrioMessage, _ size: Int, _ read: () throws -> Void) {
        if count != size { #expect(throws: PrioError.size(kind, count, expected: size), performing: read) }
      }
      for (part, kind) in [
        (\Exchange.nonce, PrioMessage.nonce), (\.publicShare, .publicShare), (\.verifyKeys[0], .verifyKey),
        (\.inputShares[0], .leaderShare), (\.inputShares[1], .helperShare),
      ] {
        var changed = exchange
        changed[keyPath: part] = bytes
        expect(kind, exchange[keyPath: part].count) { _ = try changed.run() }
      }
      expect(.verifierShare, prio.verifierShareSize) {
        _ = try prio.verifierMessage(context: [], verifierShares: [begun[0].verifierShare, bytes])
      }
      expect(.verifierMessage, message.count) { _ = try prio.verifyNext(begun[0].state, message: bytes) }
      expect(.verifyState, prio.verifyStateSize) { _ = try prio.verifyState(from: bytes) }
      expect(.fieldVector, prio.outputShareSize) { _ = try prio.share(from: bytes) }
    }
  }

  @Test func `elements from the modulus on are refused wherever they stand`() throws {
    let begun = try (0...1).map { try exchange.begin($0) }
    func overwrite(_ bytes: [UInt8], _ index: Int, from start: Int = 0) -> [UInt8] {
      var bytes = bytes
      for place in 0..<16 { bytes[start + index * 16 + place] = 0xff }
      return bytes
    }
    for index in 0..<(prio.circuit.encodedLength + prio.circuit.proofLength) {
      var changed = exchange
      changed.inputShares[0] = overwrite(exchange.inputShares[0], index)
      #expect(changed.refusal() == .elementRange(.leaderShare, at: index))
    }
    for index in 0..<prio.circuit.verifierLength {
      let changed = overwrite(begun[1].verifierShare, index)
      #expect(throws: PrioError.elementRange(.verifierShare, at: index)) {
        try prio.verifierMessage(context: [], verifierShares: [begun[0].verifierShare, changed])
      }
    }
    for index in 0..<3 {
      #expect(throws: PrioError.elementRange(.verifyState, at: index)) {
        try prio.verifyState(from: overwrite(begun[0].state.bytes, index, from: 38))
      }
      #expect(throws: PrioError.elementRange(.fieldVector, at: index)) {
        try prio.share(from: overwrite([UInt8](repeating: 0, count: 48), index))
      }
    }
  }

  @Test func `a kept state comes back, and one of another algorithm or aggregator does not`() throws {
    for aggregator in 0...1 {
      let state = try exchange.begin(aggregator).state
      #expect(try prio.verifyState(from: state.bytes) == state)
      #expect(state.aggregator == aggregator)
    }
    let bytes = try exchange.begin(0).state.bytes
    for (index, value) in [(0, UInt8(17)), (1, 1), (2, 1), (3, 1), (4, 4)] {
      var changed = bytes
      changed[index] = value
      #expect(throws: PrioError.self) { try prio.verifyState(from: changed) }
    }
    var other = bytes
    other[0] = 17
    #expect(throws: PrioError.stateAlgorithm(version: 17, algorithm: 3)) { try prio.verifyState(from: other) }
    other = bytes
    other[5] = 2
    #expect(throws: PrioError.aggregator(2, shares: 2)) { try prio.verifyState(from: other) }
    let longer = try Prio3SumVec(length: 4, maxMeasurement: 5)
    #expect(throws: PrioError.size(.verifyState, prio.verifyStateSize, expected: longer.verifyStateSize)) {
      try longer.verifyNext(exchange.begin(0).state, message: [UInt8](repeating: 0, count: 32))
    }
  }

  @Test func `aggregators and shares that there are not are refused`() throws {
    for aggregator in [-1, 2, 255, 256, Int.max, Int.min] {
      #expect(throws: PrioError.aggregator(aggregator, shares: 2)) {
        try prio.verifyInit(
          verifyKey: exchange.verifyKeys[0], context: [], aggregator: aggregator, nonce: exchange.nonce,
          publicShare: exchange.publicShare, inputShare: exchange.inputShares[1])
      }
    }
    let share = try exchange.begin(0).verifierShare
    for count in [0, 1, 3] {
      #expect(throws: PrioError.shareCount(count, expected: 2)) {
        try prio.verifierMessage(context: [], verifierShares: Array(repeating: share, count: count))
      }
    }
    #expect(throws: PrioError.contextLength(65_528, limit: 65_527)) {
      try prio.verifierMessage(
        context: [UInt8](repeating: 0, count: 65_528), verifierShares: [share, share])
    }
  }

  /// Seeded; each round feeds every reader with bytes that are random, or right but for a few places.
  @Test func `no bytes bring a reader down`() throws {
    var generator = SeededGenerator(seed: 20)
    let begun = try (0...1).map { try exchange.begin($0) }
    let message = try prio.verifierMessage(
      context: exchange.context, verifierShares: begun.map(\.verifierShare))
    for _ in 0..<200 {
      var changed = exchange
      let part = [\Exchange.nonce, \.publicShare, \.verifyKeys[1], \.inputShares[0], \.inputShares[1]]
        .randomElement(using: &generator)
      if let part {
        changed[keyPath: part] = mutate(changed[keyPath: part], &generator)
        #expect(changed.refusal() != nil || changed[keyPath: part] == exchange[keyPath: part])
      }
      let hostile = mutate(begun[1].verifierShare, &generator)
      expectRefusal(unless: hostile == begun[1].verifierShare) {
        let answer = try prio.verifierMessage(
          context: exchange.context, verifierShares: [begun[0].verifierShare, hostile])
        _ = try prio.verifyNext(begun[0].state, message: answer)
      }
      let answer = mutate(message, &generator)
      expectRefusal(unless: answer == message) { _ = try prio.verifyNext(begun[0].state, message: answer) }
      // A state and a share of sums carry no proof: other ones may be read, and then are what was written.
      let state = mutate(begun[0].state.bytes, &generator)
      if let read = try? prio.verifyState(from: state) { #expect(read.bytes == state) }
      let sums = mutate(Field128.bytes(of: begun[0].state.outputShare), &generator)
      if let read = try? prio.share(from: sums) { #expect(Field128.bytes(of: read) == sums) }
    }
  }

  private func expectRefusal(unless isSame: Bool, _ read: () throws -> Void) {
    if isSame { return }
    #expect(throws: PrioError.self, performing: read)
  }

  private func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return generator.bytes(bytes.count)
    case 1: return generator.bytes(Int.random(in: 0...(2 * bytes.count), using: &generator))
    case 2: return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
    case 3: return bytes + generator.bytes(Int.random(in: 1...40, using: &generator))
    default:
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      return bytes
    }
  }
}
