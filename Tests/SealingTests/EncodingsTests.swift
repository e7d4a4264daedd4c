import Sealing
import TestSupport
import Testing

@Suite struct EncodingsTests {
  // RFC 4648 section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `base 64 as in the RFC`(plain: String, coded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == coded)
    #expect(Base64.decode(coded) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm 9", "Zm9v\n", "Zm9-", "Zm9_", "Z", "=Zm9",
    "Zm9é",
  ])
  func `base 64 has one spelling`(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test func `hex there and back`() {
    let all = (0...255).map(UInt8.init)
    #expect(Hex.decode(Hex.encode(all)) == all)
    #expect(Hex.encode([0x00, 0xff, 0x1a]) == "00ff1a")
  }

  @Test(arguments: ["0", "0A", "0g", " 00", "00 ", "0x00", "００"])
  func `hex has one spelling`(text: String) {
    #expect(Hex.decode(text) == nil)
  }

  @Test func `any bytes there and back`() {
    var random = SeededGenerator(seed: 4648)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
      #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    }
  }
}
