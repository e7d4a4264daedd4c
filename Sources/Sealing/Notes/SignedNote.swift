/// A text with the signatures of one or more keys (C2SP signed-note). Believe nothing in `text` before
/// `verified` has returned.
public struct SignedNote: Sendable {
  /// The most signatures that a note may carry here. The specification asks for 16 at the least.
  public static let maximumSignatures = 100

  /// One signature line: who says to have signed, and the signature.
  public struct Signature: Hashable, Sendable {
    /// The name of the key, unchecked.
    public let name: String
    /// The number of the key, unchecked.
    public let identifier: UInt32
    /// The bytes after the key's number; 64 for Ed25519.
    public let bytes: [UInt8]

    init(name: String, identifier: UInt32, bytes: [UInt8]) {
      (self.name, self.identifier, self.bytes) = (name, identifier, bytes)
    }
  }

  /// What is signed, with its final line break.
  public let text: String
  /// In the order of the note.
  public private(set) var signatures: [Signature]

  /// A note that nobody has signed yet. `text` has to end with a line break and hold no other control
  /// character.
  public init(text: String) throws(SealingError) {
    guard !text.utf8.contains(where: Self.isForbidden) else { throw .noteControlCharacter }
    guard text.utf8.last == Self.newline else { throw .noteEnding }
    (self.text, signatures) = (text, [])
  }

  /// Reads a note ("Format"). Every signature line has to be well formed, also those of unknown keys.
  public init(parsing bytes: [UInt8]) throws(SealingError) {
    guard let whole = String(validating: bytes, as: UTF8.self) else { throw .noteNotText }
    guard !whole.utf8.contains(where: Self.isForbidden) else { throw .noteControlCharacter }
    guard bytes.last == Self.newline else { throw .noteEnding }
    guard let blank = Self.lastBlankLine(of: bytes), blank + 1 < bytes.count else {
      throw .noteWithoutSignatures
    }
    try self.init(text: String(decoding: bytes[..<blank], as: UTF8.self))
    let lines = bytes[(blank + 1)...].dropLast().split(
      separator: Self.newline, maxSplits: Self.maximumSignatures, omittingEmptySubsequences: false)
    guard lines.count <= Self.maximumSignatures else {
      throw .noteTooManySignatures(limit: Self.maximumSignatures)
    }
    for (place, line) in lines.enumerated() {
      guard let signature = Signature(line: line) else { throw .noteSignatureLine(place + 1) }
      signatures.append(signature)
    }
  }

  /// The note as it is stored and sent. Without signatures it is no note yet, and `init(parsing:)` refuses
  /// it.
  public var bytes: [UInt8] {
    Array((text + "\n" + signatures.map(\.line).joined()).utf8)
  }

  /// The same note with `key`'s signature below the others.
  public func signed(by key: SigningKey) throws(SealingError) -> SignedNote {
    guard signatures.count < Self.maximumSignatures else {
      throw .noteTooManySignatures(limit: Self.maximumSignatures)
    }
    var note = self
    note.signatures.append(
      Signature(
        name: key.name, identifier: key.verifyingKey.identifier,
        bytes: try key.signature(of: Array(text.utf8))))
    return note
  }

  /// Which of `keys` have signed, in the order of the note and each once ("Signatures"). Signatures by other
  /// keys are passed over. Throws where one of these keys' signatures is wrong, and where none of them has
  /// signed.
  public func verified(by keys: some Sequence<VerifyingKey>) throws(SealingError) -> [VerifyingKey] {
    let known = Set(keys)
    let message = Array(text.utf8)
    var signers: [VerifyingKey] = []
    for signature in signatures {
      let named = known.filter {
        $0.identifier == signature.identifier && KeyName.same($0.name, signature.name)
      }
      guard let key = named.first else { continue }
      guard named.count == 1 else { throw .sameKeyIdentifier(name: key.name) }
      guard key.verifies(signature.bytes, of: message) else { throw .badSignature(name: key.name) }
      if !signers.contains(key) { signers.append(key) }
    }
    guard !signers.isEmpty else { throw .noKnownSigner }
    return signers
  }

  private static let newline = UInt8(ascii: "\n")

  private static func isForbidden(_ unit: UInt8) -> Bool { unit < 0x20 && unit != newline }

  /// Where the second of the last two adjoining line breaks stands.
  private static func lastBlankLine(of bytes: [UInt8]) -> Int? {
    var place = bytes.count - 1
    while place > 0 {
      if bytes[place] == newline, bytes[place - 1] == newline { return place }
      place -= 1
    }
    return nil
  }
}

extension SignedNote: Hashable {
  /// The same bytes.
  public static func == (left: SignedNote, right: SignedNote) -> Bool { left.bytes == right.bytes }

  /// Feeds the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension SignedNote.Signature {
  private static let dash = Array("— ".utf8)

  /// Reads `— name base64`; nil for anything else.
  fileprivate init?(line: some Collection<UInt8>) {
    guard line.starts(with: Self.dash) else { return nil }
    let fields = line.dropFirst(Self.dash.count).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard fields.count == 2, let coded = Base64.decode(utf8: Array(fields[1])), coded.count > 4,
      let name = String(validating: fields[0], as: UTF8.self), (try? KeyName.check(name)) != nil
    else { return nil }
    self.init(
      name: name, identifier: UInt32(bigEndianBytes: coded.prefix(4)), bytes: Array(coded.dropFirst(4)))
  }

  fileprivate var line: String {
    "— \(name) \(Base64.encode(identifier.bigEndianBytes + bytes))\n"
  }
}
