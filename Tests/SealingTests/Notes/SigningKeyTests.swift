import Sealing
import Testing

@Suite struct SigningKeyTests {
  struct Vector: Sendable {
    let seed, publicKey, message, signature: String
  }

  // RFC 8032 section 7.1, tests 1 to 3.
  static let vectors = [
    Vector(
      seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
      signature:
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        + "d25bf5f0595bbe24655141438e7a100b"),
    Vector(
      seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", message: "72",
      signature:
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        + "387b2eaeb4302aeeb00d291612bb0c00"),
    Vector(
      seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", message: "af82",
      signature:
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
        + "4a7c15e9716ed28dc027beceea1ec40a"),
  ]

  @Test(arguments: vectors)
  func `the RFC's keys sign as the RFC says`(vector: Vector) throws {
    let key = try SigningKey(name: "example.org/test", seed: try #require(Hex.decode(vector.seed)))
    let message = try #require(Hex.decode(vector.message))
    let signature = try #require(Hex.decode(vector.signature))
    #expect(Hex.encode(key.verifyingKey.publicKey) == vector.publicKey)
    #expect(key.verifyingKey.verifies(signature, of: message))
    #expect(!key.verifyingKey.verifies(signature, of: message + [0]))
    #expect(!key.verifyingKey.verifies(signature.dropLast(), of: message))
    let own = try key.signature(of: message)
    #expect(key.verifyingKey.verifies(own, of: message))
    #if os(Linux)  // Apple's Ed25519 adds randomness.
      #expect(own == signature)
    #endif
  }

  // The key pair of the documentation of golang.org/x/mod/sumdb/note.
  @Test func `a key pair made by Go`() throws {
    let key = try SigningKey(
      secretText: "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
    #expect(key.verifyingKey.text == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
  }

  @Test func `both texts there and back`() throws {
    let key = try SigningKey(name: "example.org/made-up")
    #expect(key.verifyingKey.text.hasPrefix("example.org/made-up+"))
    #expect(try VerifyingKey(text: key.verifyingKey.text) == key.verifyingKey)
    #expect(key.secretText.hasPrefix("PRIVATE+KEY+example.org/made-up+"))
    let again = try SigningKey(secretText: key.secretText)
    #expect(again.secretText == key.secretText)
    #expect(try SigningKey(name: "example.org/made-up").verifyingKey != key.verifyingKey)
  }

  @Test func `printing a key keeps its secret`() throws {
    let seed = [UInt8](repeating: 7, count: 32)
    let key = try SigningKey(name: "example.org/made-up", seed: seed)
    let secret = Base64.encode([1] + seed)
    #expect(key.secretText.hasSuffix(secret))
    var dumped = ""
    dump(key, to: &dumped)
    for shown in ["\(key)", String(reflecting: key), dumped] {
      #expect(!shown.contains(secret))
      #expect(shown.contains(key.verifyingKey.text))
    }
  }

  @Test(arguments: ["", "a b", "a+b", "a\u{a0}b", "a\u{2003}b", "a\nb", "a\u{0}b", "a+\u{301}", "\u{3000}"])
  func `names are held to the rules`(name: String) {
    #expect(throws: SealingError.keyName(name)) { try SigningKey(name: name) }
    #expect(throws: SealingError.keyName(name)) {
      try VerifyingKey(name: name, publicKey: [UInt8](repeating: 1, count: 32))
    }
  }

  @Test func `a changed key text is refused`() throws {
    let key = try SigningKey(name: "ab", seed: [UInt8](repeating: 7, count: 32))
    for text in [key.verifyingKey.text, key.secretText] {
      let units = Array(text.utf8)
      for place in units.indices {
        var changed = units
        changed[place] ^= 0x01
        guard let text = String(validating: changed, as: UTF8.self) else { continue }
        #expect(throws: SealingError.self) { try VerifyingKey(text: text) }
        #expect(throws: SealingError.self) { try SigningKey(secretText: text) }
      }
      for end in units.indices {
        let text = String(decoding: units[..<end], as: UTF8.self)
        #expect(throws: SealingError.self) { try VerifyingKey(text: text) }
        #expect(throws: SealingError.self) { try SigningKey(secretText: text) }
      }
    }
  }

  @Test func `refusals say why`() throws {
    let key = try SigningKey(name: "ab", seed: [UInt8](repeating: 7, count: 32)).verifyingKey
    let number = key.text.split(separator: "+")[1]
    #expect(throws: SealingError.keyText) { try VerifyingKey(text: "ab") }
    #expect(throws: SealingError.keyText) { try VerifyingKey(text: key.text.uppercased()) }
    #expect(throws: SealingError.keyType(2)) {
      try VerifyingKey(text: "ab+\(number)+" + Base64.encode([2] + key.publicKey))
    }
    #expect(throws: SealingError.keyLength(31)) {
      try VerifyingKey(text: "ab+\(number)+" + Base64.encode([1] + key.publicKey.dropLast()))
    }
    #expect(throws: SealingError.keyIdentifier(name: "ac")) {
      try VerifyingKey(text: "ac+\(number)+" + Base64.encode([1] + key.publicKey))
    }
    #expect(throws: SealingError.keyLength(3)) { try SigningKey(name: "ab", seed: [1, 2, 3]) }
  }

  @Test func `descriptions cannot move a terminal's cursor`() {
    let shown = SealingError.badSignature(name: "a\u{1b}[2J\u{202e}b").description
    #expect(shown.contains("a<U+1B>[2J<U+202E>b"))
  }
}
