/// TurboSHAKE128 (RFC 9861 section 2) as a sponge: everything is absorbed first, then any amount is squeezed out, in
/// pieces of any size.
struct TurboShake128 {
  private static let rate = 168

  private var state = [UInt64](repeating: 0, count: Keccak.lanes)
  private var position = 0

  /// What one message ends with, so that the same bytes under another `domain` (1 to 127) give another stream.
  private let domain: UInt8
  private var isSqueezing = false

  init(domain: UInt8) { self.domain = domain }

  /// More of the message. After the first squeeze there is no more of it, and nothing happens.
  mutating func absorb(_ bytes: some Sequence<UInt8>) {
    guard !isSqueezing else { return }
    for byte in bytes {
      mix(byte, at: position)
      position += 1
      if position == Self.rate { turn() }
    }
  }

  /// The next `count` bytes of the stream.
  mutating func squeeze(_ count: Int) -> [UInt8] {
    if !isSqueezing { finish() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for _ in 0..<count {
      if position == Self.rate { turn() }
      bytes.append(UInt8(truncatingIfNeeded: state[position >> 3] &>> UInt64(8 * (position & 7))))
      position += 1
    }
    return bytes
  }

  private mutating func finish() {
    mix(domain, at: position)
    mix(0x80, at: Self.rate - 1)
    turn()
    isSqueezing = true
  }

  private mutating func turn() {
    Keccak.permute(&state)
    position = 0
  }

  @inline(__always)
  private mutating func mix(_ byte: UInt8, at position: Int) {
    state[position >> 3] ^= UInt64(byte) &<< UInt64(8 * (position & 7))
  }
}
