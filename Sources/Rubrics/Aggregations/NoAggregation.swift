import Frameworks

extension Aggregations {
  /// `none`: no figure is made, whatever was answered.
  ///
  /// For criteria that only group others and mean nothing as a sum.
  public struct NoAggregation: Aggregation {
    public let name = "none"
    public let summary = "Makes no figure."
    public let unanswered = UnansweredRule.ignored

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { true }

    public func shortfall(of basis: AggregateBasis) -> Shortfall? { .notWanted }

    public func value(of basis: AggregateBasis) -> AggregateValue? { nil }
  }
}
