/// A leaf under its publisher's signature: an entry of a registry's log.
public struct SealedLeaf: Hashable, Sendable {
  /// What was signed.
  public let leaf: Leaf
  /// The signed note, exactly as it is logged.
  public let noteBytes: [UInt8]
  /// The key that signed.
  public let signer: VerifyingKey

  /// The RFC 6962 leaf hash of `noteBytes`, by which a leaf is known.
  public var hash: Digest { Merkle.leafHash(noteBytes) }

  /// Reads a signed leaf and checks its signature against `keys`, the publisher's among them.
  ///
  /// Exactly one signature is allowed, by the publisher that the leaf names: with a second line anybody could
  /// make another entry, with another hash, of the same leaf.
  public static func open(
    noteBytes: [UInt8], keys: some Sequence<VerifyingKey>
  ) throws(SealingError) -> SealedLeaf {
    guard noteBytes.count <= Leaf.maximumBytes else {
      throw .noteTooLong(bytes: noteBytes.count, limit: Leaf.maximumBytes)
    }
    let note = try SignedNote(parsing: noteBytes)
    guard note.signatures.count == 1 else { throw .leafSignatureCount(note.signatures.count) }
    guard let signer = try note.verified(by: keys).first else { throw .noKnownSigner }
    let leaf = try Leaf(text: note.text)
    guard KeyName.same(leaf.publisher, signer.name) else {
      throw .leafPublisher(named: leaf.publisher, signedBy: signer.name)
    }
    return SealedLeaf(leaf: leaf, noteBytes: noteBytes, signer: signer)
  }

  private init(leaf: Leaf, noteBytes: [UInt8], signer: VerifyingKey) {
    (self.leaf, self.noteBytes, self.signer) = (leaf, noteBytes, signer)
  }
}
