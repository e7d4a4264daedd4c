import Frameworks

extension Aggregations {
  /// `distribution`: how often each point was chosen. What frameworks get that name no rule.
  ///
  /// It suits every scale and never falls short: what is missing, not applicable or not reviewed is counted
  /// and shown beside the points.
  public struct Distribution: Aggregation {
    public let name = "distribution"
    public let summary = "Shows how often each point was chosen, with what is missing beside it."
    public let unanswered = UnansweredRule.shown

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { true }

    public func shortfall(of basis: AggregateBasis) -> Shortfall? {
      basis.tally.total == 0 ? .nothingJudged : nil
    }

    public func value(of basis: AggregateBasis) -> AggregateValue? { .distribution(basis.tally.points) }
  }
}
