import Frameworks

extension Aggregations {
  /// `min`: the lowest point that any answer reached.
  ///
  /// It speaks of the answers only: what is missing might be still lower, which is why enough must be
  /// answered.
  public struct Minimum: Aggregation {
    public let name = "min"
    public let summary = "The lowest point among the answers."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      basis.tally.points.firstIndex { $0 > 0 }.map { .point(UInt8($0)) }
    }
  }
}
