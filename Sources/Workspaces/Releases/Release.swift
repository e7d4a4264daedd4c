import Documents
import Frameworks
import Sealing

/// What tells one release from every other (DESIGN section 6): there is never a second one with the same.
public struct ReleaseIdentity: Sendable, Hashable {
  /// ``Partnership/workspace``.
  public let workspace: String
  public let framework: String
  /// The framework's major version.
  public let major: Int
  public let period: Period
  public let kind: ReviewKind

  public init(workspace: String, framework: String, major: Int, period: Period, kind: ReviewKind) {
    (self.workspace, self.framework, self.major) = (workspace, framework, major)
    (self.period, self.kind) = (period, kind)
  }

  /// As people read it.
  public var words: String { "the release of \(framework) \(major) for \(period) (\(kind.rawValue) reviews)" }
}

/// A partnership's sheet, fixed by its first preview: its cohort, its noise and so its bytes.
public struct Release: Sendable, Equatable {
  public let identity: ReleaseIdentity
  public let version: SemanticVersion
  public let frameworkDigest: Digest
  /// The digest of the policy that it was made under.
  public let policy: Digest
  /// For whom it is: ``Consent/everyone``, or the word by which publications name their audience.
  public let audience: String
  public let fixedOn: Day
  /// What is to be published, byte for byte.
  public let payload: [UInt8]
  /// 32 random bytes, part of what the leaf commits to.
  public let salt: [UInt8]
  /// Whose reviews it was made from, by member id. Never published.
  public let cohort: [CohortMember]
  /// Who was left out when it was fixed, and why. Never published.
  public let leftOut: [LeftOut]
  public let state: State

  /// A member that takes part.
  public struct CohortMember: Sendable, Equatable {
    public let member: String
    /// ``StoredReview/id``.
    public let review: Int64
  }

  public enum State: Sendable, Equatable {
    /// Fixed, and neither cancelled nor signed.
    case fixed
    /// A member of the cohort withdrew its consent before it was signed.
    case cancelled(at: String)
    case signed(SignedRelease)
  }
}

/// The publication that a release became.
public struct SignedRelease: Sendable, Equatable {
  /// The text of the public key.
  public let publisher: String
  /// The registry that it is meant for.
  public let origin: String
  /// The publisher's sequence number there.
  public let sequence: UInt64
  /// The leaf's hash.
  public let leaf: Digest
  /// The publication file, byte for byte.
  public let publication: [UInt8]
}

/// Where a publisher's next leaf goes at one registry.
public struct LeafPlace: Sendable, Equatable {
  public let origin: String
  /// The sequence number of the next leaf; the first is 1.
  public let next: UInt64
  /// The hash of the leaf before it; `nil` before the first.
  public let previous: Digest?
}
