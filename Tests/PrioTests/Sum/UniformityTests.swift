import TestSupport
import Testing

@testable import Prio

/// One share alone looks like nothing but drawn elements, whatever was shared out: gate 6 of issue 6, the part on
/// shares. Pearson's test over the 256 values of a byte; 330.52 is the 99.9th percentile of chi-square with 255 degrees
/// of freedom.
struct UniformityTests {
  private static let limit = 330.52
  private static let elements = 100_000

  enum Input: CaseIterable {
    case allZero
    case allLargest

    func measurement(_ prio: Prio3SumVec) -> [Int] {
      Array(repeating: self == .allZero ? 0 : prio.maxMeasurement, count: prio.length)
    }
  }

  @Test(arguments: Input.allCases) func `the leader's elements alone are uniform`(_ input: Input) throws {
    let prio = try Prio3SumVec(length: 100, maxMeasurement: 255)
    let perReport = prio.circuit.encodedLength + prio.circuit.proofLength
    try expectUniform(prio, input) { report in
      try Field128.vector(from: report.inputShares[0].dropLast(Prio3SumVec.seedSize), count: perReport)
    }
  }

  /// A helper's share is the client's own randomness, so that no measurement can show in it.
  @Test(arguments: Input.allCases) func `a helper's share is what was drawn`(_ input: Input) throws {
    var generator = SeededGenerator(seed: 22)
    let prio = try Prio3SumVec(length: 5, maxMeasurement: 255)
    let random = generator.bytes(prio.randomSize)
    let report = try prio.shard(
      input.measurement(prio), context: [], nonce: generator.bytes(16), random: random)
    #expect(report.inputShares[1] == Array(random.prefix(64)))
  }

  /// So that the test can fail: what is shared out, and a proof that is not, are far from uniform.
  @Test func `bits that were not shared out are found out`() throws {
    var generator = SeededGenerator(seed: 23)
    let prio = try Prio3SumVec(length: 100, maxMeasurement: 255)
    let bits = prio.circuit.encode(generator.measurement(prio))
    #expect(statistic(bits) { $0 & 0xff } > 100 * Self.limit)
    // One element in twenty left as it was is enough.
    let drawn = (0..<20_000).map { $0 % 20 == 0 ? bits[$0 % bits.count] : generator.element() }
    #expect(statistic(drawn) { $0 & 0xff } > Self.limit)
    #expect(statistic(drawn) { $0 >> 120 } > Self.limit)
  }

  private func expectUniform(
    _ prio: Prio3SumVec, _ input: Input, elements: (Prio3SumVec.Report) throws -> [Field128]
  ) throws {
    var generator = SeededGenerator(seed: 21)
    let measurement = input.measurement(prio)
    var drawn: [Field128] = []
    while drawn.count < Self.elements {
      let report = try prio.shard(
        measurement, context: [], nonce: generator.bytes(16), random: generator.bytes(prio.randomSize))
      drawn += try elements(report)
    }
    drawn.removeLast(drawn.count - Self.elements)
    #expect(statistic(drawn) { $0 & 0xff } < Self.limit)
    #expect(statistic(drawn) { $0 >> 120 } < Self.limit)
  }

  /// Pearson's statistic of a byte of the elements' values.
  private func statistic(_ elements: [Field128], byte: (UInt128) -> UInt128) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for element in elements { counts[Int(byte(element.value))] += 1 }
    let expected = Double(elements.count) / 256
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }
}
