/// What the log keeps of a publication: who published what kind of thing, when, after which other leaf, and a
/// commitment to the payload. The payload itself stays outside, so that it can be erased.
public struct Leaf: Sendable {
  /// The first line of every leaf. Its spaces keep it apart from the origins of checkpoints
  /// (C2SP tlog-checkpoint, "Note text"), so a key's signature on the one is never one on the other.
  public static let firstLine = "waymark leaf v1"
  /// The longest signed leaf in bytes: an entry of a log has no more (C2SP tlog-tiles, "Log entries").
  public static let maximumBytes = 65_535
  /// The length of a salt in bytes.
  public static let saltLength = 32

  /// What is published: lower-case letters, digits and hyphens.
  public let kind: String
  /// For whom; one word.
  public let audience: String
  /// The name of the key that signs.
  public let publisher: String
  /// The registry that this leaf is meant for; one word, as in its checkpoints.
  public let origin: String
  /// The number of this leaf among the publisher's leaves for this registry.
  public let sequence: UInt64
  /// The leaf hash of the publisher's leaf before this one at this registry; nil for the first.
  public let previous: Digest?
  /// When, in UTC and to the second: `2026-11-22T10:00:00Z` (RFC 3339 section 5.6).
  public let issued: String
  /// `commitment(salt:payload:)` of the payload.
  public let commitment: Digest

  /// Throws `leafLine` for the first field that cannot stand in a leaf.
  public init(
    kind: String, audience: String, publisher: String, origin: String, sequence: UInt64, previous: Digest?,
    issued: String, commitment: Digest
  ) throws(SealingError) {
    guard Self.isKind(kind) else { throw .leafLine(field: "kind") }
    guard Self.isWord(audience) else { throw .leafLine(field: "audience") }
    guard Self.isWord(publisher) else { throw .leafLine(field: "publisher") }
    guard Self.isWord(origin) else { throw .leafLine(field: "origin") }
    guard Timestamp.isValid(issued) else { throw .leafLine(field: "issued") }
    (self.kind, self.audience, self.publisher, self.origin) = (kind, audience, publisher, origin)
    (self.sequence, self.previous, self.issued) = (sequence, previous, issued)
    self.commitment = commitment
  }

  /// SHA-256 over the salt and then the payload. Without the salt nobody can test guesses at an erased
  /// payload. Throws `saltLength` for a salt that has not 32 bytes.
  public static func commitment(salt: [UInt8], payload: [UInt8]) throws(SealingError) -> Digest {
    guard salt.count == saltLength else { throw .saltLength(salt.count) }
    return Digest(ofParts: [salt, payload])
  }

  /// A new salt from the system's randomness.
  public static func newSalt() -> [UInt8] { SystemRandomness.randomBytes(saltLength) }

  /// Whether this leaf was made for these bytes and this salt.
  public func commits(to payload: [UInt8], salt: [UInt8]) -> Bool {
    (try? Self.commitment(salt: salt, payload: payload)) == commitment
  }

  /// Signs the leaf. The key has to bear the publisher's name.
  public func signed(by key: SigningKey) throws(SealingError) -> SealedLeaf {
    guard KeyName.same(key.name, publisher) else {
      throw .leafPublisher(named: publisher, signedBy: key.name)
    }
    let note = try SignedNote(text: text).signed(by: key)
    return try SealedLeaf.open(noteBytes: note.bytes, keys: [key.verifyingKey])
  }

  private static func isWord(_ text: String) -> Bool { (try? KeyName.check(text)) != nil }

  private static func isKind(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { unit in
        switch unit {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

extension Leaf: Hashable {
  /// The same text, byte for byte.
  public static func == (left: Leaf, right: Leaf) -> Bool { KeyName.same(left.text, right.text) }

  /// Feeds what tells leaves apart soonest.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(sequence)
    hasher.combine(commitment)
  }
}
