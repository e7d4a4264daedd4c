import Diagnostics
import Sealing

/// A payload under its publisher's signature: the exact bytes, a salt, and the leaf that commits to both
/// (DESIGN section 7). The leaf is what a log keeps for good; payload and salt can be erased.
public struct Publication: Sendable, Equatable {
  /// The signed note, exactly as it is logged. Believe nothing in it before `opened` has returned.
  public let note: [UInt8]
  /// 32 random bytes, so that nobody can test guesses against the leaf once the payload is gone.
  public let salt: [UInt8]
  public let payload: [UInt8]

  /// The leaf's hash, by which a publication is known.
  public var hash: Digest { Merkle.leafHash(note) }

  public init(note: [UInt8], salt: [UInt8], payload: [UInt8]) {
    (self.note, self.salt, self.payload) = (note, salt, payload)
  }

  /// What the leaf claims, unchecked: good for finding the key that it has to be checked with.
  ///
  /// - Throws: `badData` where there is no leaf to be read.
  public func claimedLeaf() throws(Failure) -> Leaf {
    do {
      return try Leaf(text: SignedNote(parsing: note).text)
    } catch {
      throw Failure(
        .badData, "The publication's leaf cannot be read. \(error)",
        help: "Ask its sender for the file as it was signed.")
    }
  }

  /// The publication with its signature, its commitment and its limits checked.
  ///
  /// - Parameter key: the key admitted for the publisher that the leaf names.
  /// - Throws: `refused` where the signature does not fit or a byte was changed.
  public func opened(with key: VerifyingKey) throws(Failure) -> OpenedPublication {
    let sealed: SealedLeaf
    do {
      sealed = try SealedLeaf.open(noteBytes: note, keys: [key])
    } catch {
      throw PublicationRules.badSignature(error, key)
    }
    guard let kind = PublicationKind(rawValue: sealed.leaf.kind) else {
      throw PublicationRules.unknownKind(sealed.leaf.kind)
    }
    guard payload.count <= kind.payloadLimit else { throw PublicationRules.tooLarge(kind) }
    guard sealed.leaf.commits(to: payload, salt: salt) else { throw PublicationRules.changed(kind) }
    return OpenedPublication(kind: kind, leaf: sealed.leaf, hash: sealed.hash, publication: self)
  }
}

/// A publication whose signature and payload have been checked against each other.
public struct OpenedPublication: Sendable {
  public let kind: PublicationKind
  public let leaf: Leaf
  public let hash: Digest
  public let publication: Publication

  public var payload: [UInt8] { publication.payload }
}
