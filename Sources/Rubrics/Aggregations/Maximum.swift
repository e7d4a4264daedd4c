import Frameworks

extension Aggregations {
  /// `max`: the highest point that any answer reached.
  ///
  /// It speaks of the answers only: what is missing might be still higher, which is why enough must be
  /// answered.
  public struct Maximum: Aggregation {
    public let name = "max"
    public let summary = "The highest point among the answers."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      basis.tally.points.lastIndex { $0 > 0 }.map { .point(UInt8($0)) }
    }
  }
}
