import Diagnostics
import Documents
import Frameworks
import Reviews

/// A review held against its rubric: what was judged, what is missing, and what it sums up to.
public struct ScoredReview: Sendable {
  public let rubric: Rubric
  public let review: Review
  /// One a column of the review's kind.
  public let marks: [UInt8]
  /// Every criterion of the framework, in its order.
  public let criteria: [ScoredCriterion]
  /// Of everything judged in this kind of review.
  public let coverage: AnswerCounts
  /// What a reader must know of the whole.
  public let notes: [String]
  /// What came of the framework's rules; `nil` where it has none.
  public let findings: RuleFindings?
  /// `nil` where the framework forbids one.
  let overallResult: AggregateResult?

  public var kind: ReviewKind { review.kind.value }
  public var period: Period? { review.period }

  public func criterion(_ path: String) -> ScoredCriterion? {
    rubric.framework.criterion(path).map { criteria[$0.index] }
  }

  /// The criteria at the top, with the coverage of each in its `counts`.
  public var top: [ScoredCriterion] { criteria.filter { $0.criterion.parent == nil } }

  /// Whether there may be an overall figure at all.
  public var allowsOverall: Bool { overallResult != nil }

  /// What the whole review sums up to.
  ///
  /// - Throws: `refused` where the framework says `overall: none`, which nothing may override.
  public func overall() throws(Failure) -> AggregateResult {
    guard let overallResult else { throw Self.refusal(rubric) }
    return overallResult
  }

  private static func refusal(_ rubric: Rubric) -> Failure {
    Failure(
      .refused, "\(rubric.framework.framework.title) has no overall figure, so none is made.",
      help: "Its authors decided so (overall: none). Look at the figures of its parts instead.")
  }
}
