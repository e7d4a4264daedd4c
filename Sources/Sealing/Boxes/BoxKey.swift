internal import Crypto
internal import Foundation

/// A key that opens what was sealed to its public half. Printing it never shows the secret.
public struct BoxKey: Sendable {
  public let publicKey: BoxPublicKey

  private let key: Curve25519.KeyAgreement.PrivateKey

  /// Makes a new key from the system's randomness. Throws where the name is not allowed.
  public init(name: String) throws(SealingError) {
    try self.init(name: name, key: Curve25519.KeyAgreement.PrivateKey())
  }

  /// Makes the key of its 32 secret bytes (RFC 7748 section 5).
  public init(name: String, secret: [UInt8]) throws(SealingError) {
    guard secret.count == 32, let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret)
    else { throw .keyLength(secret.count) }
    try self.init(name: name, key: key)
  }

  /// Reads the form that `secretText` writes.
  public init(secretText: some StringProtocol) throws(SealingError) {
    let parts = secretText.split(separator: "+", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "PRIVATE", parts[1] == "BOX", let secret = Base64.decode(parts[3])
    else { throw .keyText }
    try self.init(name: String(parts[2]), secret: secret)
  }

  private init(name: String, key: Curve25519.KeyAgreement.PrivateKey) throws(SealingError) {
    self.key = key
    publicKey = try BoxPublicKey(name: name, bytes: Array(key.publicKey.rawRepresentation))
  }

  /// `PRIVATE+BOX+name+<base64>`: the secret itself. Keep it in a file that only its owner can read.
  public var secretText: String {
    "PRIVATE+BOX+\(publicKey.name)+\(Base64.encode(Array(key.rawRepresentation)))"
  }

  /// Opens a box that was sealed for the same purpose and context.
  ///
  /// - Throws: `boxNotOpened` where it was sealed to another key, for something else, or was changed.
  public func open(_ box: SealedBox, for purpose: String, context: [UInt8]) throws(SealingError) -> [UInt8] {
    guard
      let sender = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: box.encapsulated),
      BoxPublicKey.agreesOnSecrets(sender)
    else { throw .boxNotOpened(name: publicKey.name) }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Data(purpose.utf8),
        encapsulatedKey: Data(box.encapsulated))
      return [UInt8](try recipient.open(box.sealed, authenticating: context))
    } catch {
      throw .boxNotOpened(name: publicKey.name)
    }
  }
}

extension BoxKey: CustomStringConvertible, CustomReflectable {
  /// Names the key by its public half.
  public var description: String { "key of \(publicKey.text)" }

  /// Shows the public half only, so that `dump` and debuggers' summaries keep the secret.
  public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey.text]) }
}
