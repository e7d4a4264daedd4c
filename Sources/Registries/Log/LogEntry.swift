import Diagnostics
import Sealing

/// An entry of a registry's log: a publisher's signed leaf in its place.
public struct LogEntry: Sendable, Equatable {
  /// Counted from 0.
  public let index: UInt64
  /// The leaf hash of `note`.
  public let hash: Digest
  /// The name of the key that signed.
  public let publisher: String
  /// The number among the publisher's leaves, from 1.
  public let sequence: UInt64
  /// The signed note.
  public let note: [UInt8]

  public init(index: UInt64, hash: Digest, publisher: String, sequence: UInt64, note: [UInt8]) {
    (self.index, self.hash, self.publisher) = (index, hash, publisher)
    (self.sequence, self.note) = (sequence, note)
  }

  /// What the entry says. It was checked when it was taken up; `Registry.verify` checks it again.
  ///
  /// - Throws: `badData` where the entry was damaged since.
  public func leaf() throws(Failure) -> Leaf {
    do {
      return try Leaf(text: SignedNote(parsing: note).text)
    } catch {
      throw Failure(
        .badData, "Entry \(index) of the registry's log is damaged. \(error)",
        help: "Run `waymark registry verify`, and restore a backup.")
    }
  }
}

/// What a publisher gets for a publication: where it stands, and the log that it stands in.
public struct Receipt: Sendable, Equatable {
  public let kind: PublicationKind
  /// The leaf's hash.
  public let publication: Digest
  public let index: UInt64
  /// The log right after it was taken up, or as it is now where it stood there already.
  public let log: LogPoint
  /// False where the registry held exactly this publication before; then nothing was changed.
  public let isNew: Bool
  /// What was published, in a few words: `emtss@1.0.0`.
  public let subject: String
}
