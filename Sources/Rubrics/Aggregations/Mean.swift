import Frameworks

extension Aggregations {
  /// `mean`: the sum of the points' values over the number of answers, kept as a fraction.
  ///
  /// Only where a framework asks for it: on an ordinal scale the steps need not be equal, and a note says so.
  public struct Mean: Aggregation {
    public let name = "mean"
    public let summary = "The average of the points' values."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      let counts = basis.tally.points
      return .mean(
        sum: zip(counts, basis.scale.values).reduce(0) { $0 + $1.0 * $1.1 }, count: counts.reduce(0, +))
    }
  }
}
