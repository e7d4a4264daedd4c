internal import Crypto
internal import Foundation

/// The public half of a key that messages are sealed to, with the name of its owner (RFC 9180 base mode:
/// X25519, HKDF-SHA256, ChaCha20-Poly1305).
public struct BoxPublicKey: Sendable, Hashable, CustomStringConvertible {
  /// Whose key it is.
  public let name: String
  /// The 32 bytes of the key (RFC 7748 section 5).
  public let bytes: [UInt8]

  /// - Throws: where the name or the length of the key is not allowed.
  public init(name: String, bytes: [UInt8]) throws(SealingError) {
    try KeyName.check(name)
    guard bytes.count == 32, let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes) else {
      throw .keyLength(bytes.count)
    }
    guard Self.agreesOnSecrets(key) else { throw .sealingFailed(name: name) }
    (self.name, self.bytes) = (name, bytes)
  }

  /// Reads the form that `text` writes, and only that.
  public init(text: some StringProtocol) throws(SealingError) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == Self.prefix, let bytes = Base64.decode(parts[2]) else {
      throw .keyText
    }
    try self.init(name: String(parts[1]), bytes: bytes)
  }

  /// `box+name+<base64>`, to be handed to those who are to seal.
  public var text: String { "\(Self.prefix)+\(name)+\(Base64.encode(bytes))" }

  /// The same as `text`.
  public var description: String { text }

  /// Seals a message so that only this key's owner can read it; the sender stays unnamed.
  ///
  /// - Parameters:
  ///   - purpose: what the message is for; opening it for anything else fails (HPKE's `info`).
  ///   - context: what the message is bound to, sent in the clear (HPKE's associated data).
  /// - Throws: `sealingFailed` where the key is one that no secret can be agreed with.
  public func seal(
    _ message: [UInt8], for purpose: String, context: [UInt8]
  ) throws(SealingError) -> SealedBox {
    do {
      let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
      var sender = try HPKE.Sender(
        recipientKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Data(purpose.utf8))
      let sealed = try sender.seal(message, authenticating: context)
      return SealedBox(encapsulated: [UInt8](sender.encapsulatedKey), sealed: [UInt8](sealed))
    } catch {
      throw .sealingFailed(name: name)
    }
  }

  /// Whether a secret can be agreed with a key: with a point of low order everybody gets zeros, which the library lets
  /// pass (RFC 9180 section 7.1.4 wants them refused).
  static func agreesOnSecrets(_ key: Curve25519.KeyAgreement.PublicKey) -> Bool {
    let probe = Curve25519.KeyAgreement.PrivateKey()
    guard let secret = try? probe.sharedSecretFromKeyAgreement(with: key) else { return false }
    return secret.withUnsafeBytes { $0.contains { $0 != 0 } }
  }

  private static let prefix = "box"
}

/// A sealed message: the sender's one-time public key and the ciphertext with its tag.
public struct SealedBox: Sendable, Hashable {
  public let encapsulated: [UInt8]
  public let sealed: [UInt8]

  public init(encapsulated: [UInt8], sealed: [UInt8]) {
    (self.encapsulated, self.sealed) = (encapsulated, sealed)
  }

  /// Both parts, one after the other.
  public var bytes: [UInt8] { encapsulated + sealed }

  /// Splits what `bytes` joined; `nil` where it is too short to be a box.
  public init?(bytes: [UInt8]) {
    guard bytes.count >= 32 + 16 else { return nil }
    self.init(encapsulated: Array(bytes[..<32]), sealed: Array(bytes[32...]))
  }
}
