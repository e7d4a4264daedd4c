import Frameworks

extension Aggregations {
  /// `mode`: the point chosen most often.
  ///
  /// Points that are equally frequent are all named, in the order of the scale; none of them is preferred.
  public struct Mode: Aggregation {
    public let name = "mode"
    public let summary = "The point chosen most often, or all of those that tie."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { true }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      let counts = basis.tally.points
      guard let most = counts.max(), most > 0 else { return nil }
      let codes = counts.indices.filter { counts[$0] == most }.map { UInt8($0) }
      return codes.count == 1 ? .point(codes[0]) : .tied(codes)
    }
  }
}
