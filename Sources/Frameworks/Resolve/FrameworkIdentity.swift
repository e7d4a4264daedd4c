import Documents
import Sealing

/// Which framework: its id, its version and, where it is known, the digest of its content.
public struct FrameworkIdentity: Hashable, Sendable, CustomStringConvertible {
  public var id: String
  public var version: SemanticVersion
  public var digest: Digest?

  public init(id: String, version: SemanticVersion, digest: Digest? = nil) {
    (self.id, self.version, self.digest) = (id, version, digest)
  }

  /// As people name it: `spp@1.0.0`.
  public var description: String { "\(id)@\(version)" }
}

extension Framework {
  /// SHA-256 of the content as canonical JSON; comments, layout and places do not change it, nor does what is said
  /// of earlier versions (`migrations`), which may be told after the release.
  ///
  /// - Throws: what cannot be written as JSON, such as a number without end.
  public func contentDigest() throws -> Digest {
    var content = self
    content.migrations = []
    return Digest(of: try Framework.shape.write(content).canonicalBytes())
  }
}
