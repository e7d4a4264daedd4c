import Frameworks

extension Aggregations {
  /// `proportion`: how many of the answers reach a point, as one count of another.
  ///
  /// The framework names the lowest point that counts (`point:`). A share is as telling as the counts behind
  /// it, so it is never given without them.
  public struct Proportion: Aggregation {
    public let name = "proportion"
    public let summary = "How many of the answers are at a point that the framework names, or above it."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      guard let point = basis.rule.point, let code = basis.scale.code(of: point) else {
        return nil
      }
      let reaching = basis.tally.points[Int(code)...].reduce(0, +)
      return .proportion(reaching, of: basis.tally.answered, reaching: code)
    }
  }
}
