import Diagnostics
import Documents
import Sealing

/// Which criteria of one framework correspond to which of another, how closely, and who says so.
public struct Crosswalk: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  public var status = Framework.Status.draft
  public var title = ""
  public var summary: String?
  /// BCP 47.
  public var language = Located("en-GB")
  /// The documents in which stated links stand.
  public var sources: [SourceDocument] = []
  public var from = CrosswalkEnd()
  public var to = CrosswalkEnd()
  /// Whether it means to leave criteria out; the place is kept for messages.
  public var partial = Located(false)
  public var scales: [CrosswalkScale] = []
  public var links: [CrosswalkLink] = []
  public var unrelated = UnrelatedCriteria()

  public init() {}

  public func end(_ side: CrosswalkSide) -> CrosswalkEnd { side == .from ? from : to }
}

/// The two frameworks of a crosswalk.
public enum CrosswalkSide: String, CaseIterable, Sendable {
  case from, to

  public var other: CrosswalkSide { self == .from ? .to : .from }
}

/// One exact version of a framework, at one end of a crosswalk.
public struct CrosswalkEnd: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  /// Of the resolved content.
  public var digest: Located<Digest>?
  public var range = SourceRange.nowhere

  public init() {}

  public var identity: FrameworkIdentity {
    FrameworkIdentity(id: id.value, version: version.value, digest: digest?.value)
  }

  /// Places do not count.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.version == right.version && left.digest == right.digest
  }
}

/// The criteria to which nothing corresponds on the other side.
public struct UnrelatedCriteria: Sendable, Equatable {
  public var from: [UnrelatedCriterion] = []
  public var to: [UnrelatedCriterion] = []

  public init() {}

  public subscript(_ side: CrosswalkSide) -> [UnrelatedCriterion] { side == .from ? from : to }
}

/// A criterion to which nothing corresponds, and why.
public struct UnrelatedCriterion: Sendable, Equatable {
  public var path = Located("")
  public var why = ""

  public init() {}
}
