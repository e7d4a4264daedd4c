import TestSupport
import Testing

@testable import Prio

struct XofTurboShake128Tests {
  @Test func `seed, tag and binder each change the stream, and so does the border between them`() {
    let streams = [
      ([1, 2], [3], [4]), ([1], [3], [4]), ([1, 2], [5], [4]), ([1, 2], [3], [5]), ([1, 2], [3], []),
      ([1], [3], [2, 4]),
    ]
    .map { (seed: [UInt8], tag: [UInt8], binder: [UInt8]) -> [UInt8] in
      var stream = XofTurboShake128(seed: seed, tag: tag, binder: binder)
      return stream.nextSeed()
    }
    #expect(Set(streams).count == streams.count)
  }

  @Test func `numbers from the modulus on are passed over`() {
    let numbers = [5, Field128.modulus, Field128.modulus - 1, UInt128.max, Field128.modulus + 1, 0]
    let bytes = numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    var vector: [Field128] = []
    XofTurboShake128.append(elementsOf: bytes, to: &vector)
    #expect(vector.map(\.value) == [5, Field128.modulus - 1, 0])
  }

  @Test func `a vector is the stream's own bytes, wherever it is cut`() throws {
    var generator = SeededGenerator(seed: 5)
    let seed = generator.bytes(32)
    var bytes = XofTurboShake128(seed: seed, tag: [1], binder: [])
    var elements = XofTurboShake128(seed: seed, tag: [1], binder: [])
    let drawn = elements.nextVector(7) + elements.nextVector(30)
    #expect(Field128.bytes(of: drawn) == bytes.next(37 * 16))
  }
}
