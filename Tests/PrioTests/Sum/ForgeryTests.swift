import TestSupport
import Testing

@testable import Prio

/// What a dishonest client may try, with a program of its own that checks nothing.
struct ForgeryTests {
  private let prio: Prio3SumVec

  init() throws { prio = try Prio3SumVec(length: 4, maxMeasurement: 255) }

  @Test func `the client's own check refuses counts out of range`() throws {
    var generator = SeededGenerator(seed: 9)
    for index in 0..<4 {
      for wrong in [-1, 256, Int.max, Int.min, 1 << 40] {
        var measurement = [0, 255, 17, 3]
        measurement[index] = wrong
        #expect(throws: PrioError.measurementRange(at: index, limit: 255)) {
          try prio.shard(
            measurement, context: [], nonce: generator.bytes(16), random: generator.bytes(prio.randomSize))
        }
      }
    }
    for measurement in [[], [1, 2, 3], [1, 2, 3, 4, 5]] {
      #expect(throws: PrioError.measurementLength(measurement.count, expected: 4)) {
        try prio.shard(
          measurement, context: [], nonce: generator.bytes(16), random: generator.bytes(prio.randomSize))
      }
    }
  }

  @Test func `a count of 256, of a thousand or below zero is refused by the aggregators`() throws {
    var generator = SeededGenerator(seed: 10)
    for count in [256, 1000, -1, -255, 1 << 60] {
      for bit in 0..<8 {
        // All of the count in one place that should be 0 or 1; the first stands for 1.
        var encoded = prio.circuit.encode([5, 0, 7, 255])
        encoded[8 + bit] = Field128(count)
        #expect(try Exchange(prio, encoded: encoded, &generator).refusal() == .invalidProof)
      }
    }
  }

  @Test func `wrongs that cancel one another are refused as well`() throws {
    var generator = SeededGenerator(seed: 11)
    for (first, second) in [(0, 1), (0, 8), (3, 31), (7, 15)] {
      var encoded = prio.circuit.encode([5, 0, 7, 255])
      encoded[first] += Field128(2)
      encoded[second] -= Field128(2)
      #expect(try Exchange(prio, encoded: encoded, &generator).refusal() == .invalidProof)
    }
  }

  /// x(x − 1) is to be zero for each element x, not only for their sum: each has a weight of its own in its chunk.
  @Test func `not even two whose checks add up to zero in one chunk`() throws {
    var generator = SeededGenerator(seed: 24)
    let first = Field128(7)
    let second = Field128(reduced: 0x245a_cf3b_8c62_b5c1_9775_d7af_c947_5409)
    try #require(first * (first - .one) + second * (second - .one) == .zero)
    try #require(prio.chunkLength >= 2)
    var encoded = prio.circuit.encode([5, 0, 7, 255])
    encoded[0] = first
    encoded[1] = second
    #expect(try Exchange(prio, encoded: encoded, &generator).refusal() == .invalidProof)
  }

  @Test func `a proof of one measurement does not do for another`() throws {
    var generator = SeededGenerator(seed: 12)
    var exchange = try Exchange(prio, [1, 2, 3, 4], &generator)
    // The leader's share of the lowest bit of a 2, moved up by one: a 3, as good as the 2 was.
    var elements = try Field128.vector(from: Array(exchange.inputShares[0].prefix(32 * 16)), count: 32)
    elements[8] += .one
    exchange.inputShares[0].replaceSubrange(0..<(32 * 16), with: Field128.bytes(of: elements))
    #expect(exchange.refusal() == .invalidProof)
  }

  @Test func `shares of two reports do not go together`() throws {
    var generator = SeededGenerator(seed: 13)
    let first = try Exchange(prio, [1, 2, 3, 4], &generator)
    var mixed = try Exchange(prio, [1, 2, 3, 4], &generator)
    mixed.inputShares[1] = first.inputShares[1]
    #expect(mixed.refusal() == .invalidProof)
  }

  @Test func `a public share of one's own choosing is found out by its aggregator`() throws {
    // Right shares, right proof, but made with joint randomness that the shares do not give: a client that hunts for
    // lucky randomness would do this.
    var generator = SeededGenerator(seed: 14)
    var exchange = try Exchange(prio, [1, 2, 3, 4], &generator)
    exchange.publicShare = generator.bytes(prio.publicShareSize)
    #expect(exchange.refusal() == .invalidProof)
  }
}
