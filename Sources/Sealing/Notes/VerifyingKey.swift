internal import Crypto

/// The public half of an Ed25519 key with the name of its owner (C2SP signed-note, "Verifier keys").
public struct VerifyingKey: Sendable, CustomStringConvertible {
  /// Whose key it is; by habit a URL without its scheme.
  public let name: String
  /// A short number that tells the keys of one name apart. It is no proof of anything.
  public let identifier: UInt32
  /// The 32 bytes of the key (RFC 8032 section 5.1.5).
  public let publicKey: [UInt8]

  private let key: Curve25519.Signing.PublicKey

  /// Names a public key. Throws where the name or the length of the key is not allowed.
  public init(name: String, publicKey: [UInt8]) throws(SealingError) {
    try KeyName.check(name)
    guard publicKey.count == KeyText.materialLength,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
    else { throw .keyLength(publicKey.count) }
    self.init(name: name, key: key)
  }

  /// Reads the form that `text` writes; its eight hex digits have to fit the rest.
  public init(text: some StringProtocol) throws(SealingError) {
    let read = try KeyText(reading: text.utf8)
    try self.init(name: read.name, publicKey: read.material)
    guard identifier == read.identifier else { throw .keyIdentifier(name: name) }
  }

  /// `name` has passed `KeyName.check`.
  init(name: String, key: Curve25519.Signing.PublicKey) {
    self.name = name
    self.key = key
    publicKey = Array(key.rawRepresentation)
    identifier = KeyText.identifier(name: name, publicKey: publicKey)
  }

  /// `name+<8 hex digits>+<base64>`, to be handed to those who are to check signatures.
  public var text: String { KeyText(name: name, identifier: identifier, material: publicKey).text }

  /// The same as `text`.
  public var description: String { text }

  /// Whether `signature` (64 bytes) is this key's Ed25519 signature of `message` (RFC 8032 section 5.1.7).
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == 64 && key.isValidSignature(signature, for: message)
  }
}

extension VerifyingKey: Hashable {
  /// The same name, byte for byte, and the same key.
  public static func == (left: VerifyingKey, right: VerifyingKey) -> Bool {
    left.publicKey == right.publicKey && KeyName.same(left.name, right.name)
  }

  /// Feeds what `==` compares, in a shorter form.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
    hasher.combine(publicKey)
  }
}
