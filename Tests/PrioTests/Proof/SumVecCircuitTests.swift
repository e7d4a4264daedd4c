import TestSupport
import Testing

@testable import Prio

struct SumVecCircuitTests {
  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 40, 100, 255, 256])
  func `every count is written in ones and zeros and read back`(_ limit: Int) {
    let circuit = SumVecCircuit(length: limit + 1, maxMeasurement: limit, chunkLength: 1)
    let encoded = circuit.encode(Array(0...limit))
    #expect(encoded.count == circuit.encodedLength)
    #expect(encoded.allSatisfy { $0 == .zero || $0 == .one })
    #expect(circuit.counts(of: encoded) == (0...limit).map { Field128($0) })
  }

  @Test(arguments: [Int.max, Int.max - 1, 1 << 62, 1 << 62 - 1])
  func `the largest counts that there are too`(_ limit: Int) {
    let counts = [0, 1, limit / 2, limit / 2 + 1, limit - 1, limit]
    let circuit = SumVecCircuit(length: counts.count, maxMeasurement: limit, chunkLength: 1)
    let encoded = circuit.encode(counts)
    #expect(encoded.allSatisfy { $0 == .zero || $0 == .one })
    #expect(circuit.counts(of: encoded) == counts.map { Field128($0) })
  }

  @Test(arguments: [1, 2, 5, 255])
  func `no ones and zeros stand for more than the largest count`(_ limit: Int) {
    let circuit = SumVecCircuit(length: 1, maxMeasurement: limit, chunkLength: 1)
    let ones = [Field128](repeating: .one, count: circuit.encodedLength)
    #expect(circuit.counts(of: ones) == [Field128(limit)])
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 4), (3, 255, 5), (3, 255, 24), (10, 100, 1), (7, 40, 13)])
  func `a proof of ones and zeros holds, and of anything else it does not`(
    _ length: Int, _ limit: Int, _ chunk: Int
  )
    throws
  {
    let circuit = SumVecCircuit(length: length, maxMeasurement: limit, chunkLength: chunk)
    var generator = SeededGenerator(seed: UInt64(length * 1000 + chunk))
    let encoded = circuit.encode((0..<length).map { _ in Int.random(in: 0...limit, using: &generator) })
    #expect(try holds(encoded, circuit, &generator))
    for index in encoded.indices {
      for wrong in [Field128(2), -Field128.one, generator.element(), encoded[index] + Field128(1 << 40)] {
        var changed = encoded
        changed[index] = wrong
        #expect(try !holds(changed, circuit, &generator))
      }
    }
  }

  @Test func `a proof with any element changed does not hold`() throws {
    let circuit = SumVecCircuit(length: 3, maxMeasurement: 255, chunkLength: 5)
    var generator = SeededGenerator(seed: 6)
    let encoded = circuit.encode([0, 128, 255])
    for index in 0..<circuit.proofLength {
      #expect(try !holds(encoded, circuit, &generator) { $0[index] += .one })
    }
  }

  @Test func `a proof is not tested at a point that it is made of`() {
    let circuit = SumVecCircuit(length: 3, maxMeasurement: 255, chunkLength: 5)
    let zeros = [Field128](repeating: .zero, count: 100)
    let root = Field128.root(ofOrder: circuit.wireSize)
    for exponent in 0..<circuit.wireSize {
      #expect(throws: PrioError.testPoint) {
        try circuit.query(
          Array(zeros.prefix(24)), proof: Array(zeros.prefix(circuit.proofLength)),
          at: root.power(UInt128(exponent)), jointRandomness: zeros, shares: 2)
      }
    }
  }

  /// Whether a proof made of `encoded`, changed by `tamper`, convinces two aggregators.
  private func holds(
    _ encoded: [Field128], _ circuit: SumVecCircuit, _ generator: inout SeededGenerator,
    tamper: (inout [Field128]) -> Void = { _ in }
  ) throws -> Bool {
    let jointRandomness = generator.elements(circuit.calls)
    var proof = circuit.proof(
      of: encoded, seeds: generator.elements(circuit.wires), jointRandomness: jointRandomness)
    tamper(&proof)
    let share = generator.elements(encoded.count)
    let proofShare = generator.elements(proof.count)
    let point = generator.element()
    let verifiers = try [
      (share, proofShare), (zip(encoded, share).map { $0 - $1 }, zip(proof, proofShare).map { $0 - $1 }),
    ].map {
      try circuit.query($0, proof: $1, at: point, jointRandomness: jointRandomness, shares: 2)
    }
    return circuit.decide(zip(verifiers[0], verifiers[1]).map { $0 + $1 })
  }
}
