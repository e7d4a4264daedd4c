import Diagnostics
import Frameworks

/// What moved between an earlier and a later review of one subject.
///
/// The two may be held against versions or variants of one framework: a judgement is compared where the frameworks
/// allow it, through a map between scales if there is one, and is said not to be comparable where they do not.
public struct Shift: Sendable {
  public let earlier: ScoredReview
  public let later: ScoredReview
  /// What may be compared between their frameworks, from the earlier to the later.
  public let comparability: Comparability
  /// Every criterion that either review marks: those of the later framework in its order, then those that are
  /// gone.
  public let entries: [Entry]

  public struct Entry: Sendable, Equatable {
    /// In the later framework; in the earlier one where it is gone.
    public let path: String
    /// In the earlier framework; `nil` where it has none, or several.
    public let earlierPath: String?
    public let name: String
    /// `nil` where that review does not mark the criterion.
    public let earlier: ScoredMark?
    public let later: ScoredMark?
    public let movement: Movement
    /// What a reader has to know of the comparison.
    public let cautions: [Comparability.Caution]
    /// For a head teacher.
    public let words: String
  }

  public enum Movement: Sendable, Equatable {
    /// By so many points of the later scale.
    case up(Int)
    case down(Int)
    case unchanged
    /// On a scale without an order.
    case changed
    /// One of the two has no point here.
    case unknown
    /// Two marks that say nothing about each other.
    case notComparable(Comparability.Obstacle)
  }

  /// - Parameters:
  ///   - history: where frameworks between the two are looked for.
  ///   - crosswalks: what relates frameworks that are not of one family.
  /// - Throws: `refused` where subject or kind differ, nothing relates the frameworks, or the earlier review is the
  ///   later one.
  public init(
    from earlier: ScoredReview, to later: ScoredReview, history: some FrameworkHistory = NoHistory(),
    crosswalks: [ResolvedCrosswalk] = []
  ) throws(Failure) {
    try ComparedReviews.requireSameSubject(earlier, later)
    comparability = try ComparedReviews.comparability(earlier, later, history, crosswalks)
    guard earlier.kind == later.kind else {
      throw Failure(
        .refused, "One of these is a self-review, the other a peer review.",
        help: "A shift is followed within one kind; set the two kinds side by side instead.")
    }
    try Self.requireOrder(earlier, later)
    self.earlier = earlier
    self.later = later
    entries = ShiftEntries(earlier, later, comparability).entries
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

  /// The criterion of the earlier review that one of the later review came from, whether or not they compare.
  public func earlier(of path: String) -> ScoredCriterion? {
    comparability.origin(of: path).flatMap(earlier.criterion)
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
}
