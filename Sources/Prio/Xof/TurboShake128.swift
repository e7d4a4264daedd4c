/// TurboSHAKE128 (RFC 9861 section 2) as a sponge: everything is absorbed first, then any amount is squeezed out, in
/// pieces of any size.
struct TurboShake128 {
  private static let rate = 168
  private static let rateLanes = rate / 8

  private var state = [UInt64](repeating: 0, count: Keccak.lanes)
  /// The end of the message that does not fill a block yet; later the block of the stream that is being handed out.
  private var block: [UInt8] = []
  /// What of `block` was handed out.
  private var position = 0
  private var isSqueezing = false

  /// What one message ends with, so that the same bytes under another `domain` (1 to 127) give another stream.
  private let domain: UInt8

  init(domain: UInt8) {
    self.domain = domain
    block.reserveCapacity(Self.rate)
  }

  /// More of the message. After the first squeeze there is no more of it, and nothing happens.
  mutating func absorb(_ bytes: [UInt8]) {
    guard !isSqueezing else { return }
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.rate - block.count, bytes.count)
      block += bytes[start..<end]
      start = end
      if block.count == Self.rate { absorbBlock() }
    }
  }

  /// The next `count` bytes of the stream.
  mutating func squeeze(_ count: Int) -> [UInt8] {
    if !isSqueezing { finish() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if position == Self.rate {
        Keccak.permute(&state)
        squeezeBlock()
      }
      let end = min(position + count - bytes.count, Self.rate)
      bytes += block[position..<end]
      position = end
    }
    return bytes
  }

  private mutating func finish() {
    isSqueezing = true
    block.append(domain)
    block += repeatElement(0, count: Self.rate - block.count)
    block[Self.rate - 1] ^= 0x80
    absorbBlock()
    squeezeBlock()
  }

  private mutating func absorbBlock() {
    block.withUnsafeBytes { bytes in
      for lane in 0..<Self.rateLanes {
        state[lane] ^= UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * lane, as: UInt64.self))
      }
    }
    Keccak.permute(&state)
    block.removeAll(keepingCapacity: true)
  }

  private mutating func squeezeBlock() {
    block.removeAll(keepingCapacity: true)
    for lane in 0..<Self.rateLanes {
      withUnsafeBytes(of: state[lane].littleEndian) { block.append(contentsOf: $0) }
    }
    position = 0
  }
}
