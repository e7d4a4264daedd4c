import Diagnostics
import Documents

/// How one framework came from another: by what a variant changes, or from an earlier version.
public struct Descent: Sendable, Equatable {
  public var base: FrameworkIdentity
  public var cause: Cause
  /// Where a scale is another than it was.
  public var scaleMaps: [ScaleMap] = []
  /// Criteria of the base that are gone.
  public var removed: [Removal] = []
  /// The criteria that somebody touched, by their path here. The rest stand where they stood below their parent.
  public var touched: [String: Origin] = [:]

  public init(base: FrameworkIdentity, cause: Cause) {
    (self.base, self.cause) = (base, cause)
  }

  public enum Cause: String, Sendable { case variant, migration }

  /// What became of a criterion. Whether words or scale are the same, whoever asks compares.
  public enum How: String, Sendable {
    /// The same criterion, whatever was said of its fields.
    case same
    /// Said to mean what it meant, in other words.
    case reworded
    /// In another place, or under another id.
    case moved
    /// Made of several.
    case merged
    /// One part of what it was.
    case split
    /// Another thing in its place.
    case replaced
    /// New.
    case added
  }

  /// Where a criterion came from.
  public struct Origin: Sendable, Equatable {
    /// Its paths in the base: none where it is new, several where it was made of several.
    public var paths: [String]
    public var how: How
    /// The author's reasons.
    public var why: [String] = []

    public init(paths: [String], how: How, why: [String] = []) {
      (self.paths, self.how, self.why) = (paths, how, why)
    }
  }

  /// What becomes of judgements where one scale took the place of another.
  public struct ScaleMap: Sendable, Equatable {
    /// The ids of the scales: in the base, and here.
    public var from: String
    public var to: String
    /// For each point of the one its point of the other; `nil` where judgements cannot be carried over.
    public var points: [String: String]?
    public var why: String
    /// The change that says so.
    public var range: SourceRange?

    public init(
      from: String, to: String, points: [String: String]?, why: String, range: SourceRange? = nil
    ) {
      (self.from, self.to, self.points, self.why, self.range) = (from, to, points, why, range)
    }
  }

  /// A criterion that is gone.
  public struct Removal: Sendable, Equatable {
    /// Its path in the base.
    public var path: String
    public var why: String
  }

  /// Where the criterion at a path came from.
  public func origin(of path: String) -> Origin {
    if let origin = touched[path] { return origin }
    guard let slash = path.lastIndex(of: "/") else { return Origin(paths: [path], how: .same) }
    let parent = origin(of: String(path[..<slash]))
    guard let above = parent.paths.first else { return Origin(paths: [], how: .added, why: parent.why) }
    return Origin(paths: [above + path[slash...]], how: .same)
  }

  /// The paths in the base of every criterion of the framework that this is the descent of, in their order.
  func origins(of framework: ResolvedFramework) -> [[String]] {
    var origins: [[String]] = []
    origins.reserveCapacity(framework.criteria.count)
    for criterion in framework.criteria {
      if let origin = touched[criterion.path] {
        origins.append(origin.paths)
      } else if let parent = criterion.parent {
        origins.append(origins[parent].first.map { ["\($0)/\(criterion.criterion.id.value)"] } ?? [])
      } else {
        origins.append([criterion.path])
      }
    }
    return origins
  }

  public func scaleMap(from: String, to: String) -> ScaleMap? {
    scaleMaps.last { $0.from == from && $0.to == to }
  }
}
