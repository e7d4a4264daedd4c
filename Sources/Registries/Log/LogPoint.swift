import Sealing

/// A registry's log at one moment. Whatever a registry answers names one, so that the answer can be held
/// against the log later.
public struct LogPoint: Sendable, Hashable {
  /// The registry's name, as in its checkpoints.
  public let origin: String
  /// How many entries the log has.
  public let size: UInt64
  /// The Merkle root over the entries' leaf hashes (RFC 6962 section 2.1).
  public let root: Digest

  public init(origin: String, size: UInt64, root: Digest) {
    (self.origin, self.size, self.root) = (origin, size, root)
  }
}
