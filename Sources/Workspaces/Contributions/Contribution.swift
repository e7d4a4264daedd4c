import Documents
import Frameworks
import Sealing

/// A partnership's part of one pool, fixed once: its cohort and its bytes.
public struct Contribution: Sendable, Equatable {
  /// The pool's digest.
  public let task: Digest
  public let identity: ReleaseIdentity
  public let version: SemanticVersion
  public let frameworkDigest: Digest
  public let fixedOn: Day
  /// Whose reviews it was made from, by member id. Never leaves the workspace.
  public let cohort: [Release.CohortMember]
  /// Who was left out when it was fixed, and why. Never leaves the workspace.
  public let leftOut: [LeftOut]
  /// The contribution's file, byte for byte.
  public let payload: [UInt8]
  public let state: State

  public enum State: Sendable, Equatable {
    /// Fixed, and neither cancelled nor handed over.
    case fixed
    /// A member of the cohort withdrew its consent before it was handed over.
    case cancelled(at: String)
    /// It is with the registries.
    case handedOver(at: String)
  }
}
