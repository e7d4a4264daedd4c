internal import Crypto

/// An Ed25519 key that can sign, with the name of its owner. Printing it never shows the secret.
public struct SigningKey: Sendable {
  /// What others check this key's signatures with.
  public let verifyingKey: VerifyingKey

  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new key from the system's randomness. Throws where the name is not allowed.
  public init(name: String) throws(SealingError) {
    try KeyName.check(name)
    self.init(name: name, key: Curve25519.Signing.PrivateKey())
  }

  /// Makes the key of a 32-byte seed, which is the whole secret (RFC 8032 section 5.1.5).
  public init(name: String, seed: [UInt8]) throws(SealingError) {
    try KeyName.check(name)
    guard seed.count == KeyText.materialLength,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    else { throw .keyLength(seed.count) }
    self.init(name: name, key: key)
  }

  /// Reads the form that `secretText` writes; its eight hex digits have to fit the rest.
  public init(secretText: some StringProtocol) throws(SealingError) {
    guard secretText.utf8.starts(with: Self.prefix.utf8) else { throw .keyText }
    let read = try KeyText(reading: secretText.utf8.dropFirst(Self.prefix.utf8.count))
    try self.init(name: read.name, seed: read.material)
    guard verifyingKey.identifier == read.identifier else { throw .keyIdentifier(name: read.name) }
  }

  private init(name: String, key: Curve25519.Signing.PrivateKey) {
    self.key = key
    verifyingKey = VerifyingKey(name: name, key: key.publicKey)
  }

  /// Whose key it is.
  public var name: String { verifyingKey.name }

  /// `PRIVATE+KEY+name+<8 hex digits>+<base64>`: the secret itself, the form of Go's `sumdb/note`. Keep it in
  /// a file that only its owner can read.
  public var secretText: String {
    let seed = Array(key.rawRepresentation)
    return Self.prefix + KeyText(name: name, identifier: verifyingKey.identifier, material: seed).text
  }

  /// The 64-byte Ed25519 signature of `message` (RFC 8032 section 5.1.6).
  public func signature(of message: [UInt8]) throws(SealingError) -> [UInt8] {
    guard let signature = try? key.signature(for: message) else { throw .signingFailed(name: name) }
    return Array(signature)
  }

  private static let prefix = "PRIVATE+KEY+"
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// Names the key by its public half.
  public var description: String { "signing key of \(verifyingKey.text)" }

  /// Shows the public half only, so that `dump` and debuggers' summaries keep the secret.
  public var customMirror: Mirror { Mirror(self, children: ["verifyingKey": verifyingKey.text]) }
}
