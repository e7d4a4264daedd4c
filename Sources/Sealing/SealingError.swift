/// Why a key, a note, a leaf or a proof is refused. The descriptions are written for people who do not sign
/// things for a living.
public enum SealingError: Error, Equatable, Sendable {
  // Keys
  case keyName(String)
  case keyText
  case keyIdentifier(name: String)
  case keyType(UInt8)
  case keyLength(Int)
  case signingFailed(name: String)

  // Boxes
  case sealingFailed(name: String)
  case boxNotOpened(name: String)

  // Notes
  case noteTooLong(bytes: Int, limit: Int)
  case noteNotText
  case noteControlCharacter
  case noteEnding
  case noteWithoutSignatures
  case noteSignatureLine(Int)
  case noteTooManySignatures(limit: Int)
  case noKnownSigner
  case badSignature(name: String)
  case sameKeyIdentifier(name: String)

  // Leaves
  case notALeaf
  case leafLine(field: String)
  case leafTrailingText
  case leafPublisher(named: String, signedBy: String)
  case leafSignatureCount(Int)
  case saltLength(Int)

  // Proofs
  case proofRange
  case proofLength
  case proofRoot
}

extension SealingError: CustomStringConvertible {
  /// One plain sentence or two.
  public var description: String {
    switch self {
    case .keyName(let name):
      "The key name \(Self.quoted(name)) cannot be used: a name needs at least one character, and has no "
        + "spaces, line breaks or plus signs."
    case .keyText:
      "This is not a key: a key is a name, eight hex digits and a code, joined by plus signs."
    case .keyIdentifier(let name):
      "The key of \(Self.quoted(name)) does not fit its own check digits. Part of it was probably lost or "
        + "changed in copying."
    case .keyType(let type):
      "This key is of a kind (\(type)) that Waymark does not use; it uses Ed25519 keys (1)."
    case .keyLength(let count):
      "This key holds \(count) bytes where an Ed25519 key holds 32."
    case .signingFailed(let name):
      "Signing with the key of \(Self.quoted(name)) did not work."
    case .sealingFailed(let name):
      "Nothing can be sealed to the key of \(Self.quoted(name)): it is no usable key."
    case .boxNotOpened(let name):
      "This was not sealed to the key of \(Self.quoted(name)), or was changed on its way."
    case .noteTooLong(let bytes, let limit):
      "This signed note has \(bytes) bytes; at most \(limit) are allowed."
    case .noteNotText:
      "This signed note is not UTF-8 text."
    case .noteControlCharacter:
      "This signed note holds a control character. Only line breaks are allowed in it."
    case .noteEnding:
      "The text of a signed note has to end with a line break, and so has every signature."
    case .noteWithoutSignatures:
      "This note has no signatures below its text."
    case .noteSignatureLine(let line):
      "Signature \(line) of this note is not written as a signature should be."
    case .noteTooManySignatures(let limit):
      "This note has more than \(limit) signatures."
    case .noKnownSigner:
      "Nobody known has signed this note."
    case .badSignature(let name):
      "The signature of \(Self.quoted(name)) does not fit the text: one of them was changed."
    case .sameKeyIdentifier(let name):
      "Two different keys of \(Self.quoted(name)) share one key number, so a signature cannot be told apart."
    case .notALeaf:
      "This signed note is not a publication's leaf."
    case .leafLine(let field):
      "The line \(Self.quoted(field)) of this leaf is missing, out of place or not written as it should be."
    case .leafTrailingText:
      "This leaf goes on after its last line."
    case .leafPublisher(let named, let signer):
      "This leaf names \(Self.quoted(named)) as its publisher, but \(Self.quoted(signer)) signed it."
    case .leafSignatureCount(let count):
      "A leaf carries its publisher's signature and no other; this one carries \(count)."
    case .saltLength(let count):
      "A salt has 32 bytes; this one has \(count)."
    case .proofRange:
      "This proof asks about a place or a size that the log does not have."
    case .proofLength:
      "This proof has too few or too many steps for the size of the log."
    case .proofRoot:
      "This proof does not lead to the log's root: the log or the proof was changed."
    }
  }

  // Names come from untrusted notes: what would move a terminal's cursor is shown as its number.
  private static func quoted(_ text: String) -> String {
    var shown = "\""
    for scalar in text.unicodeScalars.prefix(100) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + (text.unicodeScalars.count > 100 ? "…\"" : "\"")
  }
}
