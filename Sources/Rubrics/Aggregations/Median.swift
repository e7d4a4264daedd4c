import Frameworks

extension Aggregations {
  /// `median`: the point in the middle when all answers stand in order.
  ///
  /// With an even number of answers the middle may lie between two points; then both are named. No average of
  /// the two is made: the points of an ordinal scale are an order and not a measurement.
  public struct Median: Aggregation {
    public let name = "median"
    public let summary =
      "The point in the middle of the answers, or the two points on either side of the middle."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      basis.tally.middle.map { $0.lower == $0.upper ? .point($0.lower) : .between($0.lower, $0.upper) }
    }
  }
}
