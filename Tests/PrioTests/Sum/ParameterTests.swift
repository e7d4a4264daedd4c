import TestSupport
import Testing

@testable import Prio

struct ParameterTests {
  @Test func `parameters out of range are refused`() {
    #expect(throws: PrioError.shares(1)) { try Prio3SumVec(shares: 1, length: 1, maxMeasurement: 1) }
    #expect(throws: PrioError.shares(256)) { try Prio3SumVec(shares: 256, length: 1, maxMeasurement: 1) }
    for length in [0, -1, Int.min] {
      #expect(throws: PrioError.length(length)) { try Prio3SumVec(length: length, maxMeasurement: 1) }
    }
    for limit in [0, -1, Int.min] {
      #expect(throws: PrioError.maxMeasurement(limit)) { try Prio3SumVec(length: 1, maxMeasurement: limit) }
    }
    for chunk in [0, -1, 17, Int.max, Int.min] {
      #expect(throws: PrioError.chunkLength(chunk, encodedLength: 16)) {
        try Prio3SumVec(length: 2, maxMeasurement: 255, chunkLength: chunk)
      }
    }
    for length in [1 << 20 + 1, Int.max] {
      #expect(throws: PrioError.encodedLength(length: length, bits: 1, limit: 1 << 20)) {
        try Prio3SumVec(length: length, maxMeasurement: 1)
      }
    }
    #expect(throws: PrioError.encodedLength(length: 16_645, bits: 63, limit: 1 << 20)) {
      try Prio3SumVec(length: 16_645, maxMeasurement: Int.max)
    }
    #expect(throws: Never.self) { try Prio3SumVec(length: 16_644, maxMeasurement: Int.max) }
  }

  @Test func `the chunk length that is chosen makes the shortest proof`() throws {
    for length in Array(1...30) + [426, 1000] {
      for limit in [1, 40, 255] {
        let chosen = try Prio3SumVec(length: length, maxMeasurement: limit)
        let encodedLength = length * chosen.bits
        let candidates =
          encodedLength <= 150 ? Array(1...encodedLength) : [1, 20, 54, 56, 100, 110, encodedLength]
        let shortest = candidates.map {
          SumVecCircuit(length: length, maxMeasurement: limit, chunkLength: $0).proofLength
        }.min()
        #expect(try chosen.circuit.proofLength <= #require(shortest))
      }
    }
    #expect(try Prio3SumVec(length: 426, maxMeasurement: 255).chunkLength == 55)
  }

  @Test(arguments: [Int.min, -1, 0, 1, Int.max])
  func `a chunk length is found for any number`(_ encodedLength: Int) {
    #expect(1...(1 << 20) ~= Prio3SumVec.shortestProofChunk(encodedLength: encodedLength))
  }

  @Test func `messages have the sizes that are announced`() throws {
    var generator = SeededGenerator(seed: 18)
    let prio = try Prio3SumVec(length: 426, maxMeasurement: 255)
    #expect(try prio.inputShareSize(0) == 58_352)
    #expect(try prio.inputShareSize(1) == 64)
    #expect(throws: PrioError.aggregator(2, shares: 2)) { try prio.inputShareSize(2) }
    #expect(throws: PrioError.aggregator(-1, shares: 2)) { try prio.inputShareSize(-1) }
    #expect(prio.randomSize == 128)

    let exchange = try Exchange(prio, generator.measurement(prio), &generator)
    #expect(exchange.publicShare.count == prio.publicShareSize)
    #expect(exchange.inputShares.map(\.count) == [58_352, 64])
    let (state, share) = try exchange.begin(1)
    #expect(share.count == prio.verifierShareSize)
    #expect(share.count == 1824)
    #expect(state.bytes.count == prio.verifyStateSize)
    #expect(Field128.bytes(of: prio.emptyAggregate).count == prio.outputShareSize)
  }

  @Test func `nonce, randomness and context have their sizes`() throws {
    let prio = try Prio3SumVec(length: 1, maxMeasurement: 1)
    let zeros = [UInt8](repeating: 0, count: 1 << 17)
    func shard(_ nonce: Int, _ random: Int, _ context: Int) throws {
      _ = try prio.shard(
        [1], context: Array(zeros.prefix(context)), nonce: Array(zeros.prefix(nonce)),
        random: Array(zeros.prefix(random)))
    }
    #expect(throws: PrioError.size(.nonce, 15, expected: 16)) { try shard(15, 128, 0) }
    #expect(throws: PrioError.size(.randomness, 129, expected: 128)) { try shard(16, 129, 0) }
    #expect(throws: PrioError.contextLength(65_528, limit: 65_527)) { try shard(16, 128, 65_528) }
    #expect(throws: Never.self) { try shard(16, 128, 65_527) }
  }

  @Test func `every refusal says what it refuses`() {
    let errors: [PrioError] = [
      .shares(1), .length(0), .maxMeasurement(0), .chunkLength(0, encodedLength: 3),
      .encodedLength(length: 2, bits: 3, limit: 4), .measurementLength(1, expected: 2),
      .measurementRange(at: 0, limit: 2), .contextLength(2, limit: 1), .reports(-1),
      .size(.nonce, 1, expected: 16), .elementRange(.leaderShare, at: 2), .aggregator(3, shares: 2),
      .shareCount(1, expected: 2), .stateAlgorithm(version: 1, algorithm: 2), .testPoint, .invalidProof,
      .jointRandomness, .sumRange(at: 1),
    ]
    let texts = Set(errors.map(\.description))
    #expect(texts.count == errors.count)
    #expect(texts.allSatisfy { $0.hasSuffix(".") })
    #expect(
      PrioError.size(.nonce, 1, expected: 16).description == "The nonce has 1 bytes where 16 are expected.")
    #expect(
      PrioError.elementRange(.leaderShare, at: 2).description
        == "Element 3 of the leader's input share is not below the field's modulus.")
  }
}
