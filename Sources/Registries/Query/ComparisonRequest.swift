import Documents
import Frameworks

/// What is to be set side by side.
public struct ComparisonRequest: Sendable, Equatable {
  /// The framework's id.
  public var framework: String
  /// Sheets of this version's major version are compared; without it, those of the newest major version
  /// with sheets.
  public var version: SemanticVersion?
  /// The major version alone, where no whole version is named.
  public var major: Int?
  public var kind: ReviewKind?
  public var periods: Periods
  public var by: Places

  public init(
    framework: String, version: SemanticVersion? = nil, major: Int? = nil, kind: ReviewKind? = nil,
    periods: Periods = .latest, by: Places = .region
  ) {
    (self.framework, self.version, self.major) = (framework, version, major ?? version?.major)
    (self.kind, self.periods, self.by) = (kind, periods, by)
  }

  /// Which school years.
  public enum Periods: Sendable, Equatable {
    /// The latest of which there are sheets.
    case latest
    case one(Period)
    /// Every one of which there are sheets, as a trend.
    case all
  }

  /// What stands on a row.
  public enum Places: String, Sendable, CaseIterable {
    case region, partnership
  }
}
