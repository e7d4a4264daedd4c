import Documents

/// By how much a version has to grow (SemVer 2.0.0), for what changed since an earlier one.
public enum VersionStep: String, Choice, Comparable, CustomStringConvertible {
  /// Only words and notes differ.
  case patch
  /// Something is new or asks less; whatever was recorded stays valid and comparable.
  case minor
  /// Something that was recorded would not be valid or comparable any more.
  case major

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .patch: 0
    case .minor: 1
    case .major: 2
    }
  }

  public var description: String { rawValue }

  /// What a reader may expect of it.
  public var meaning: String {
    switch self {
    case .patch: "only words and notes differ"
    case .minor: "something is new or asks less; earlier reviews stay valid and comparable"
    case .major: "some earlier review would not be valid, or not comparable, any more"
    }
  }

  /// The lowest version that is this step above another.
  ///
  /// Below 1.0.0 nothing is promised (SemVer 2.0.0, item 4), so that the second number does for the first.
  public func next(after version: SemanticVersion) -> SemanticVersion {
    switch (self, version.major) {
    case (.major, 1...): SemanticVersion(version.major + 1, 0, 0)
    case (.major, _), (.minor, 1...): SemanticVersion(version.major, version.minor + 1, 0)
    default: SemanticVersion(version.major, version.minor, version.patch + 1)
    }
  }

  /// Whether a later version is at least this step above an earlier one.
  public func isTaken(from earlier: SemanticVersion, to later: SemanticVersion) -> Bool {
    // What is on its way to a version (2.0.0-draft.1) counts as that version.
    let reached = SemanticVersion(later.major, later.minor, later.patch)
    return reached >= next(after: earlier)
  }
}
