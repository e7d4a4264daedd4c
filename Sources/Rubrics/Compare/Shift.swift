import Diagnostics
import Frameworks

/// What moved between an earlier and a later review of one subject.
public struct Shift: Sendable {
  public let earlier: ScoredReview
  public let later: ScoredReview
  /// Every criterion that either review marks: those of the later framework in its order, then those that are
  /// gone.
  public let entries: [Entry]
  /// What a reader must know before trusting any of it.
  public let cautions: [String]

  public struct Entry: Sendable, Equatable {
    public let path: String
    public let name: String
    /// `nil` where that review does not mark the criterion.
    public let earlier: ScoredMark?
    public let later: ScoredMark?
    public let movement: Movement
    /// For a head teacher.
    public let words: String
  }

  public enum Movement: Sendable, Equatable {
    /// By so many points of the scale.
    case up(Int)
    case down(Int)
    case unchanged
    /// On a scale without an order.
    case changed
    /// One of the two has no point here.
    case unknown
    case notComparable(Reason)
  }

  /// Why two marks say nothing about each other.
  public enum Reason: String, Sendable {
    case otherMajorVersion = "other-major-version"
    case added
    case removed
    case otherScale = "other-scale"
  }

  /// - Throws: `refused` where subject, kind or framework differ, or the earlier review is the later one.
  public init(from earlier: ScoredReview, to later: ScoredReview) throws(Failure) {
    try ComparedReviews.requireSameSubject(earlier, later)
    try ComparedReviews.requireSameFramework(earlier, later)
    guard earlier.kind == later.kind else {
      throw Failure(
        .refused, "One of these is a self-review, the other a peer review.",
        help: "A shift is followed within one kind; set the two kinds side by side instead.")
    }
    try Self.requireOrder(earlier, later)
    self.earlier = earlier
    self.later = later
    entries = Self.entries(earlier, later)
    cautions = Self.cautions(earlier, later)
  }

  /// How many criteria moved which way, those that cannot be compared or are unknown left out.
  public var summary: (up: Int, down: Int, unchanged: Int) {
    var counts = (up: 0, down: 0, unchanged: 0)
    for entry in entries {
      switch entry.movement {
      case .up: counts.up += 1
      case .down: counts.down += 1
      case .unchanged: counts.unchanged += 1
      case .changed, .unknown, .notComparable: break
      }
    }
    return counts
  }

  private static func requireOrder(_ earlier: ScoredReview, _ later: ScoredReview) throws(Failure) {
    let help = "Give the earlier review as the one to compare with."
    if let first = earlier.review.date, let second = later.review.date {
      if first > second {
        throw Failure(.refused, "The earlier review is dated \(first), the later \(second).", help: help)
      }
    } else if let first = earlier.period, let second = later.period, first > second {
      throw Failure(.refused, "The earlier review is of \(first), the later of \(second).", help: help)
    }
  }

  private static func entries(_ earlier: ScoredReview, _ later: ScoredReview) -> [Entry] {
    let sameMajor = earlier.rubric.version.major == later.rubric.version.major
    var entries: [Entry] = []
    for criterion in later.criteria where criterion.mark != nil {
      entries.append(entry(earlier.criterion(criterion.path), criterion, sameMajor))
    }
    for criterion in earlier.criteria
    where criterion.mark != nil && later.criterion(criterion.path)?.mark == nil {
      entries.append(entry(criterion, nil, sameMajor))
    }
    return entries
  }

  private static func entry(_ earlier: ScoredCriterion?, _ later: ScoredCriterion?, _ sameMajor: Bool)
    -> Entry
  {
    let movement = movement(earlier, later, sameMajor)
    return Entry(
      path: (later ?? earlier)?.path ?? "", name: (later ?? earlier)?.name ?? "", earlier: earlier?.mark,
      later: later?.mark, movement: movement, words: words(movement, earlier, later))
  }

  private static func movement(
    _ earlier: ScoredCriterion?, _ later: ScoredCriterion?, _ sameMajor: Bool
  ) -> Movement {
    if !sameMajor { return .notComparable(.otherMajorVersion) }
    guard let first = earlier?.mark, let oldScale = earlier?.scale else { return .notComparable(.added) }
    guard let second = later?.mark, let newScale = later?.scale else { return .notComparable(.removed) }
    guard hasSamePoints(oldScale, newScale) else { return .notComparable(.otherScale) }
    guard case .point(let from) = first, case .point(let to) = second else { return .unknown }
    if from == to { return .unchanged }
    guard let steps = ComparedReviews.steps(from: from, to: to, on: newScale) else { return .changed }
    return steps > 0 ? .up(steps) : .down(-steps)
  }

  /// Labels may be reworded; what a point is and what it is worth may not.
  private static func hasSamePoints(_ old: CompiledScale, _ new: CompiledScale) -> Bool {
    old.id == new.id && old.scale.kind == new.scale.kind && old.values == new.values
      && old.scale.points.map(\.id) == new.scale.points.map(\.id)
  }

  private static func words(_ movement: Movement, _ earlier: ScoredCriterion?, _ later: ScoredCriterion?)
    -> String
  {
    switch movement {
    case .up(let steps): "\(ComparedReviews.points(steps)) up"
    case .down(let steps): "\(ComparedReviews.points(steps)) down"
    case .unchanged: "unchanged"
    case .changed: "changed"
    case .unknown: "was \(name(earlier)), now \(name(later))"
    case .notComparable(.otherMajorVersion): "not comparable: the framework has changed too much"
    case .notComparable(.added): "not comparable: not marked before"
    case .notComparable(.removed): "not comparable: no longer marked"
    case .notComparable(.otherScale): "not comparable: marked on another scale before"
    }
  }

  private static func name(_ criterion: ScoredCriterion?) -> String {
    guard let mark = criterion?.mark, let scale = criterion?.scale else { return "not marked" }
    return mark.text(on: scale)
  }

  private static func cautions(_ earlier: ScoredReview, _ later: ScoredReview) -> [String] {
    var cautions: [String] = []
    let versions = (earlier.rubric.version, later.rubric.version)
    if versions.0.major != versions.1.major {
      cautions.append(
        "The reviews use versions \(versions.0) and \(versions.1) of the framework, which are too far apart.")
    } else if earlier.rubric.digest != later.rubric.digest {
      cautions.append("The framework changed between these reviews; only what is still there is compared.")
    }
    let used = Set(later.rubric.columns(later.kind).scales).sorted()
    for scale in used where later.rubric.scales[scale].scale.stability == .moving {
      cautions.append(Explanation.moving(later.rubric.scales[scale]))
    }
    return cautions
  }
}
