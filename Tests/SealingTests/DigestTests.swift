import Sealing
import Testing

@Suite struct DigestTests {
  // FIPS 180-4's examples for SHA-256.
  static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test func `known digests`() {
    #expect(Digest(ofText: "abc").hex == Self.abc)
    #expect(Digest(of: []).hex == Self.empty)
    #expect(Digest(ofParts: [Array("a".utf8), [], Array("bc".utf8)]).hex == Self.abc)
    #expect(
      Digest(of: sequence(first: UInt8(ascii: "a")) { $0 < UInt8(ascii: "c") ? $0 + 1 : nil }).hex == Self.abc
    )
  }

  @Test func `text there and back`() throws {
    let digest = Digest(ofText: "abc")
    #expect(digest.description == "sha256:" + Self.abc)
    #expect(Digest(text: digest.description) == digest)
    #expect(Digest(bytes: digest.bytes) == digest)
  }

  @Test(arguments: [
    "", "sha256:", abc, "sha256:" + abc.uppercased(), "SHA256:" + abc, "sha256:" + abc + "0",
    "sha256:" + abc.dropLast(), "sha256: " + abc.dropLast(), "sha256:\u{301}" + abc.dropLast(2),
  ])
  func `other texts are refused`(text: String) {
    #expect(Digest(text: text) == nil)
  }

  @Test func `other lengths are refused`() {
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 33)) == nil)
  }

  @Test func `order is that of the bytes`() {
    let digests = (0..<100).map { Digest(of: [UInt8($0)]) }
    #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
  }

  @Test func `randomness has the length asked for`() {
    for count in [-1, 0, 1, 7, 8, 9, 32, 100] {
      #expect(SystemRandomness.randomBytes(count).count == max(count, 0))
    }
    #expect(SystemRandomness.randomBytes(32) != SystemRandomness.randomBytes(32))
  }
}
