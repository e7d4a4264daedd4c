import Documents
import Frameworks

/// A review with what its rules may look at besides.
public struct RuleSituation: Sendable {
  public var review: Review
  /// The review of the other kind of the same subject and period.
  public var counterpart: Review?
  /// The filled form whose purpose is to plan the review.
  public var plan: FilledForm?
  /// Earlier reviews of the same subject and kind, the oldest first.
  public var earlier: [Review]

  public init(_ review: Review, counterpart: Review? = nil, plan: FilledForm? = nil, earlier: [Review] = []) {
    self.review = review
    self.counterpart = counterpart
    self.plan = plan
    self.earlier = earlier
  }
}
