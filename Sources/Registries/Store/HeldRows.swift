import Documents
import Frameworks
import Profiles
import Sealing

/// A framework's version that a registry holds.
public struct HeldFramework: Sendable, Equatable {
  public let id: String
  public let version: SemanticVersion
  /// Of the resolved content.
  public let digest: Digest
  public let outline: FrameworkOutline
  /// Its entry in the log.
  public let entry: UInt64

  public init(id: String, version: SemanticVersion, digest: Digest, outline: FrameworkOutline, entry: UInt64)
  {
    (self.id, self.version, self.digest) = (id, version, digest)
    (self.outline, self.entry) = (outline, entry)
  }

  /// As citations name it: `emtss@1.0.0`.
  public var reference: String { "\(id)@\(version)" }
}

/// What sheets must share to be set side by side.
public struct ReleaseScope: Sendable, Hashable {
  /// The framework's id.
  public let framework: String
  /// The framework's major version.
  public let major: Int
  public let kind: ReviewKind
  public let period: Period

  public init(framework: String, major: Int, kind: ReviewKind, period: Period) {
    (self.framework, self.major, self.kind, self.period) = (framework, major, kind, period)
  }
}

/// A sheet that a registry holds. A partnership has one in a scope.
public struct HeldSheet: Sendable, Equatable {
  public let scope: ReleaseScope
  public let partnership: String
  public let region: String
  public let basis: SheetBasis
  /// How many subjects took part.
  public let subjects: Int
  /// Its entry in the log.
  public let entry: UInt64

  public init(
    scope: ReleaseScope, partnership: String, region: String, basis: SheetBasis, subjects: Int, entry: UInt64
  ) {
    (self.scope, self.partnership, self.region) = (scope, partnership, region)
    (self.basis, self.subjects, self.entry) = (basis, subjects, entry)
  }
}

/// What a sheet rests on: the exact framework and policy.
public struct SheetBasis: Sendable, Hashable {
  public let version: SemanticVersion
  public let framework: Digest
  /// The policy's id.
  public let policyID: String
  public let policy: Digest

  public init(version: SemanticVersion, framework: Digest, policyID: String, policy: Digest) {
    (self.version, self.framework) = (version, framework)
    (self.policyID, self.policy) = (policyID, policy)
  }
}

/// How many sheets of a scope rest on the same framework and policy: kept as sheets arrive.
public struct BasisCount: Sendable, Equatable {
  public let scope: ReleaseScope
  public let basis: SheetBasis
  /// Those with figures that can be compared.
  public var sheets: Int
  /// Those with figures that cannot, because they carry no noise of a known size. A sheet may count in both.
  public var leftOut: Int

  public init(scope: ReleaseScope, basis: SheetBasis, sheets: Int, leftOut: Int = 0) {
    (self.scope, self.basis) = (scope, basis)
    (self.sheets, self.leftOut) = (sheets, leftOut)
  }

  /// Counts one more sheet, by how many of its figures can be compared and how many cannot.
  mutating func add(compared: Int, leftOut others: Int) {
    if compared > 0 { sheets += 1 }
    if others > 0 { leftOut += 1 }
  }
}

/// Whether a figure stands for one criterion or for a section.
public typealias FigureUnit = Sheet.Unit

/// Which figures may be set side by side: the same criterion or section on a scale of the same reach.
public struct FigureKey: Sendable, Hashable {
  public let unit: FigureUnit
  /// A criterion's path or a section's id.
  public let id: String
  public let lowest: Int
  public let highest: Int

  public init(unit: FigureUnit, id: String, lowest: Int, highest: Int) {
    (self.unit, self.id, self.lowest, self.highest) = (unit, id, lowest, highest)
  }
}

/// One figure of one sheet.
public struct FigureRow: Sendable, Equatable {
  public let scope: ReleaseScope
  public let key: FigureKey
  public let partnership: String
  public let region: String
  public let estimate: Estimate

  public init(
    scope: ReleaseScope, key: FigureKey, partnership: String, region: String, estimate: Estimate
  ) {
    (self.scope, self.key, self.partnership) = (scope, key, partnership)
    (self.region, self.estimate) = (region, estimate)
  }
}

/// One figure of one region: the sum of its partnerships' figures, kept as sheets arrive.
public struct RegionTotal: Sendable, Equatable {
  public let scope: ReleaseScope
  public let key: FigureKey
  public let region: String
  public var estimate: Estimate

  public init(scope: ReleaseScope, key: FigureKey, region: String, estimate: Estimate) {
    (self.scope, self.key, self.region) = (scope, key, region)
    self.estimate = estimate
  }
}
