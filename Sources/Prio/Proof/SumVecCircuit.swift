/// The VDAF draft's circuit SumVec (section 7.4.3): a vector of counts, each from 0 to `maxMeasurement`, written as ones
/// and zeros, and the check that they are ones and zeros.
///
/// The check takes the elements a chunk at a time. In a chunk, each element x gives two wires, r^i · x and x − 1, for a
/// random r of the chunk's own; the sum of the products of such pairs is zero for ones and zeros, and for anything else
/// hardly ever. The gadget is that sum of products, called once a chunk.
struct SumVecCircuit: Sendable, Equatable {
  let length: Int
  let maxMeasurement: Int
  let chunkLength: Int
  let bits: Int
  /// Chunks, and so calls of the gadget and elements of joint randomness.
  let calls: Int
  /// Values of a wire's polynomial: one for the seed, one a call, and zeros up to a power of two.
  let wireSize: Int
  let doubling: PointDoubling

  /// All are positive, and `length` · bits fits an `Int` easily.
  init(length: Int, maxMeasurement: Int, chunkLength: Int) {
    self.length = length
    self.maxMeasurement = maxMeasurement
    self.chunkLength = chunkLength
    bits = Self.bits(of: maxMeasurement)
    calls = (length * bits + chunkLength - 1) / chunkLength
    wireSize = Self.powerOfTwo(atLeast: calls + 1)
    doubling = PointDoubling(size: wireSize)
  }

  var encodedLength: Int { length * bits }
  var wires: Int { 2 * chunkLength }
  /// Values of the gadget's polynomial that a proof carries.
  var gadgetValues: Int { 2 * wireSize - 1 }
  var proofLength: Int { wires + gadgetValues }
  var verifierLength: Int { wires + 2 }

  static func bits(of limit: Int) -> Int { Int.bitWidth - limit.leadingZeroBitCount }

  static func powerOfTwo(atLeast number: Int) -> Int {
    1 << (Int.bitWidth - (number - 1).leadingZeroBitCount)
  }

  // MARK: Counts

  /// What the last of a count's bits stands for, so that all of them together make the largest count.
  private var lastWeight: Int { maxMeasurement - (1 << (bits - 1) - 1) }

  /// The ones and zeros of counts that are in number and size as they should be; no step depends on a count.
  func encode(_ measurement: [Int]) -> [Field128] {
    var encoded: [Field128] = []
    encoded.reserveCapacity(encodedLength)
    for count in measurement {
      // 1 where the bits before the last are too few for the count: their sum less the count is then negative.
      let last = Int(bitPattern: UInt(bitPattern: 1 << (bits - 1) - 1 - count) >> (UInt.bitWidth - 1))
      let rest = count - last * lastWeight
      for bit in 0..<(bits - 1) { encoded.append(Field128(bit: rest >> bit & 1)) }
      encoded.append(Field128(bit: last))
    }
    return encoded
  }

  /// The counts behind ones and zeros; of a share of those, the share of the counts.
  func counts(of encoded: [Field128]) -> [Field128] {
    let last = Field128(lastWeight)
    return (0..<length).map { index in
      let first = index * bits
      var count = encoded[first + bits - 1] * last
      var weight = Field128.one
      for bit in 0..<(bits - 1) {
        count += encoded[first + bit] * weight
        weight += weight
      }
      return count
    }
  }

  // MARK: Wires

  /// All wires, one after the other, `wireSize` values each: the seed, then what each call puts in, then zeros.
  /// `share` is an encoded measurement or a share of one, `one` what a share of 1 is among as many.
  func wireValues(
    of share: [Field128], seeds: ArraySlice<Field128>, jointRandomness: [Field128], one: Field128
  ) -> [Field128] {
    var values = [Field128](repeating: .zero, count: wires * wireSize)
    for (wire, seed) in seeds.enumerated() { values[wire * wireSize] = seed }
    for call in 0..<calls {
      let random = jointRandomness[call]
      var power = random
      for place in 0..<chunkLength {
        let index = call * chunkLength + place
        let element = index < share.count ? share[index] : .zero
        let first = 2 * place * wireSize + call + 1
        values[first] = power * element
        values[first + wireSize] = element - one
        power *= random
      }
    }
    return values
  }
}
