import Testing

@testable import Sealing

@Suite struct BoxTests {
  private let key: BoxKey

  init() throws { key = try BoxKey(name: "registry.example/a", secret: Array(1...32)) }

  @Test func `opens the first message of RFC 9180, appendix A.2.1`() throws {
    let secret = try #require(
      Hex.decode("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"))
    let encapsulated = try #require(
      Hex.decode("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"))
    let sealed = try #require(
      Hex.decode(
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"))
    let opened = try BoxKey(name: "rfc", secret: secret).open(
      SealedBox(encapsulated: encapsulated, sealed: sealed), for: "Ode on a Grecian Urn",
      context: Array("Count-0".utf8))
    #expect(String(decoding: opened, as: UTF8.self) == "Beauty is truth, truth beauty")
  }

  @Test(arguments: [0, 1, 31, 5_000])
  func `opens what was sealed, and each sealing is another box`(length: Int) throws {
    let message = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
    let boxes = try (0..<2).map { _ in
      try key.publicKey.seal(message, for: "a test", context: Array("here".utf8))
    }
    #expect(boxes[0] != boxes[1])
    for box in boxes {
      let back = try #require(SealedBox(bytes: box.bytes))
      #expect(back == box)
      #expect(try key.open(back, for: "a test", context: Array("here".utf8)) == message)
    }
  }

  @Test func `refuses another key, purpose or context`() throws {
    let box = try key.publicKey.seal([1, 2, 3], for: "a test", context: [7])
    let other = try BoxKey(name: "registry.example/b")
    #expect(throws: SealingError.boxNotOpened(name: "registry.example/b")) {
      try other.open(box, for: "a test", context: [7])
    }
    for (purpose, context) in [("a rest", [UInt8(7)]), ("a test", [8]), ("a test", []), ("", [7])] {
      #expect(throws: SealingError.boxNotOpened(name: "registry.example/a")) {
        try key.open(box, for: purpose, context: context)
      }
    }
  }

  @Test func `refuses a box with any one bit of any byte flipped`() throws {
    let box = try key.publicKey.seal(Array("counts".utf8), for: "a test", context: [])
    for place in box.bytes.indices {
      var bytes = box.bytes
      // The top bit of the encapsulated key is none of its own (RFC 7748 section 5), yet it is bound too.
      bytes[place] ^= UInt8(1 << (place % 8))
      let changed = try #require(SealedBox(bytes: bytes))
      #expect(throws: SealingError.self, "byte \(place)") {
        try key.open(changed, for: "a test", context: [])
      }
    }
    for length in 0..<48 { #expect(SealedBox(bytes: Array(box.bytes.prefix(length))) == nil) }
  }

  @Test func `keys have one text, and printing shows no secret`() throws {
    #expect(try BoxPublicKey(text: key.publicKey.text) == key.publicKey)
    #expect(try BoxKey(secretText: key.secretText).publicKey == key.publicKey)
    let coded = Base64.encode(Array(UInt8(1)...32))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!"\(key)\(dumped)".contains(coded))
    for text in ["", "box", "box+a", "box+a b+" + coded, "box+a+" + coded.dropLast(), "bix+a+" + coded] {
      #expect(throws: SealingError.self, "\(text)") { try BoxPublicKey(text: text) }
    }
    #expect(throws: SealingError.self) { try BoxKey(secretText: key.publicKey.text) }
  }

  @Test(arguments: [0, 1] as [UInt8]) func `a key that agrees on nothing is refused`(low: UInt8) throws {
    let point = [low] + Array(repeating: 0, count: 31)
    #expect(throws: SealingError.sealingFailed(name: "low")) { try BoxPublicKey(name: "low", bytes: point) }
    let box = SealedBox(encapsulated: point, sealed: Array(repeating: 7, count: 16))
    #expect(throws: SealingError.boxNotOpened(name: "registry.example/a")) {
      try key.open(box, for: "a test", context: [])
    }
  }
}
