import TestSupport
import Testing

@testable import Prio

struct Field128BytesTests {
  @Test func `elements are written lowest byte first and read back`() throws {
    #expect(
      Field128.bytes(of: [Field128(0x0102), .one]) == [2, 1] + [UInt8](repeating: 0, count: 14) + [1]
        + [UInt8](repeating: 0, count: 15))
    var generator = SeededGenerator(seed: 4)
    let vector = generator.elements(100)
    #expect(try Field128.vector(from: Field128.bytes(of: vector), count: 100) == vector)
    #expect(try Field128.vector(from: [], count: 0) == [])
  }

  @Test(arguments: [0, 1, 2, 1 << 64, UInt128.max - Field128.modulus])
  func `a number from the modulus on is refused`(_ above: UInt128) {
    let last = littleEndian(Field128.modulus - 1)
    let wrong = littleEndian(Field128.modulus + above)
    #expect(throws: PrioError.elementRange(.fieldVector, at: 2)) {
      try Field128.vector(from: last + last + wrong + last, count: 4)
    }
    #expect(throws: Never.self) { try Field128.vector(from: last + last, count: 2) }
  }

  @Test(arguments: [0, 1, 15, 17, 31, 33, 48])
  func `another length than asked for is refused`(_ count: Int) {
    #expect(throws: PrioError.size(.fieldVector, count, expected: 32)) {
      try Field128.vector(from: [UInt8](repeating: 0, count: count), count: 2)
    }
  }

  private func littleEndian(_ number: UInt128) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
