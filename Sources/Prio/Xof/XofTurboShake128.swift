/// The VDAF draft's XofTurboShake128 (section 6.2.1): a stream that a seed, a tag for its use and a binder decide.
struct XofTurboShake128 {
  static let seedSize = 32
  static let longestTag = Int(UInt16.max)

  private var sponge = TurboShake128(domain: 1)

  /// `seed` has at most 255 bytes and `tag` at most `longestTag`.
  init(seed: [UInt8], tag: [UInt8], binder: [UInt8]) {
    sponge.absorb([UInt8(truncatingIfNeeded: tag.count), UInt8(truncatingIfNeeded: tag.count >> 8)])
    sponge.absorb(tag)
    sponge.absorb([UInt8(truncatingIfNeeded: seed.count)])
    sponge.absorb(seed)
    sponge.absorb(binder)
  }

  mutating func next(_ count: Int) -> [UInt8] { sponge.squeeze(count) }

  /// A seed's worth of the stream.
  mutating func nextSeed() -> [UInt8] { next(Self.seedSize) }

  /// The next `count` field elements, every one equally likely.
  mutating func nextVector(_ count: Int) -> [Field128] {
    var vector: [Field128] = []
    vector.reserveCapacity(count)
    while vector.count < count {
      Self.append(elementsOf: next((count - vector.count) * Field128.encodedSize), to: &vector)
    }
    return vector
  }

  /// Every 16 bytes that make an element; those that do not are passed over, so that none is likelier than another.
  static func append(elementsOf bytes: [UInt8], to vector: inout [Field128]) {
    for start in stride(from: 0, to: bytes.count, by: Field128.encodedSize) {
      let value = Field128.integer(bytes, at: start)
      if value < Field128.modulus { vector.append(Field128(reduced: value)) }
    }
  }
}
