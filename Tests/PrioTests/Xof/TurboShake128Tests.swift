import Sealing
import TestSupport
import Testing

@testable import Prio

/// TurboSHAKE128 against the vectors of RFC 9861 section 5, and the stream's evenness in pieces.
struct TurboShake128Tests {
  @Test(
    arguments: [
      (0, 0x1f, "1e415f1c5983aff2169217277d17bb538cd945a397ddec541f1ce41af2c1b74c"),
      (17, 0x1f, "9c97d036a3bac819db70ede0ca554ec6e4c2a1a4ffbfd9ec269ca6a111161233"),
    ])
  func `the RFC's patterns`(_ length: Int, _ domain: UInt8, _ expected: String) {
    var sponge = TurboShake128(domain: domain)
    sponge.absorb((0..<length).map { UInt8($0 % 251) })
    #expect(Hex.encode(sponge.squeeze(32)) == expected)
  }

  @Test func `the RFC's message under domain 1`() {
    var sponge = TurboShake128(domain: 1)
    sponge.absorb([0xff, 0xff, 0xff])
    #expect(
      Hex.encode(sponge.squeeze(32)) == "bf323f940494e88ee1c540fe660be8a0c93f43d15ec006998462fa994eed5dab")
  }

  @Test(arguments: [0, 1, 167, 168, 169, 335, 336, 337, 1000])
  func `pieces make the same stream as the whole`(_ length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    let message = generator.bytes(length)
    var whole = TurboShake128(domain: 1)
    whole.absorb(message)
    let stream = whole.squeeze(700)

    var pieces = TurboShake128(domain: 1)
    var rest = message[...]
    while !rest.isEmpty {
      let count = Int.random(in: 0...200, using: &generator)
      pieces.absorb(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    var squeezed: [UInt8] = []
    while squeezed.count < 700 {
      squeezed += pieces.squeeze(min(Int.random(in: 0...200, using: &generator), 700 - squeezed.count))
    }
    #expect(squeezed == stream)
  }

  @Test func `a message is closed by the first squeeze`() {
    var sponge = TurboShake128(domain: 1)
    sponge.absorb([1, 2, 3])
    var late = sponge
    _ = sponge.squeeze(10)
    _ = late.squeeze(10)
    late.absorb([4])
    #expect(late.squeeze(200) == sponge.squeeze(200))
  }

  @Test func `another domain is another stream`() {
    var first = TurboShake128(domain: 1)
    var second = TurboShake128(domain: 2)
    #expect(first.squeeze(32) != second.squeeze(32))
  }
}
