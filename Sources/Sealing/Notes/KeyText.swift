/// The common part of both text forms of a key: `name+<8 hex digits>+base64(type || 32 bytes)`
/// (C2SP signed-note, "Verifier keys").
struct KeyText {
  /// Ed25519 as that specification defines it.
  static let ed25519: UInt8 = 0x01
  /// The length of a public key, and of a private key's seed (RFC 8032 section 5.1.5).
  static let materialLength = 32

  let name: String
  let identifier: UInt32
  let material: [UInt8]

  init(name: String, identifier: UInt32, material: [UInt8]) {
    (self.name, self.identifier, self.material) = (name, identifier, material)
  }

  init(reading units: some Sequence<UInt8>) throws(SealingError) {
    // On bytes: a plus sign followed by a combining mark is one Character, and would not be found.
    let fields = Array(units).split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3 else { throw .keyText }
    guard let name = String(validating: fields[0], as: UTF8.self) else { throw .keyText }
    try KeyName.check(name)
    guard let identifier = Hex.decode(utf8: fields[1]), identifier.count == 4,
      let coded = Base64.decode(utf8: fields[2]), let type = coded.first
    else { throw .keyText }
    guard type == Self.ed25519 else { throw .keyType(type) }
    guard coded.count == 1 + Self.materialLength else { throw .keyLength(coded.count - 1) }
    self.init(name: name, identifier: UInt32(bigEndianBytes: identifier), material: Array(coded.dropFirst()))
  }

  var text: String {
    "\(name)+\(Hex.encode(identifier.bigEndianBytes))+\(Base64.encode([Self.ed25519] + material))"
  }

  /// The first four bytes of SHA-256 over name, line break, type and public key ("Signatures").
  static func identifier(name: String, publicKey: [UInt8]) -> UInt32 {
    let digest = Digest(ofParts: [Array(name.utf8), [0x0a, ed25519], publicKey])
    return UInt32(bigEndianBytes: digest.bytes.prefix(4))
  }
}

extension UInt32 {
  init(bigEndianBytes bytes: some Sequence<UInt8>) {
    self = bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  var bigEndianBytes: [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> UInt32($0)) }
  }
}
