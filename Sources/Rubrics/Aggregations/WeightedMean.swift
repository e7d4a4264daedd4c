import Frameworks

extension Aggregations {
  /// `weighted-mean`: the average of the criteria right below, each by its own result and its weight.
  ///
  /// A criterion without a weight counts as 1. A criterion that groups others enters with the number that its
  /// own rule gives; where that rule gives none (a distribution, tied points), with the weighted mean of
  /// those below it. A median between two points enters halfway, since the framework asks for a mean.
  ///
  /// What does not apply gives up its weight. What is missing or was not reviewed keeps its weight in the
  /// count of what could be answered: there is no figure where those with a result carry less than the
  /// framework's share of the weight.
  public struct WeightedMean: Aggregation {
    public let name = "weighted-mean"
    public let summary = "The average of the criteria right below, each by its own result and weight."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func shortfall(of basis: AggregateBasis) -> Shortfall? {
      let applying = basis.terms.filter { $0.applies && $0.weight > 0 }
      if applying.isEmpty { return basis.tally.total == 0 ? .nothingJudged : .nothingApplies }
      if applying.allSatisfy({ $0.number == nil }) { return .nothingAnswered(of: applying.count) }
      let answered = Self.sum(applying.filter { $0.number != nil }.map(\.weight))
      let all = Self.sum(applying.map(\.weight))
      return answered / all < basis.rule.answered - Shortfall.tolerance
        ? .tooLittleWeight(answered: answered, of: all, needed: basis.rule.answered) : nil
    }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      let answered = basis.terms.filter { $0.applies && $0.weight > 0 && $0.number != nil }
      let weight = Self.sum(answered.map(\.weight))
      return .weightedMean(Self.sum(answered.map { $0.weight * ($0.number ?? 0) }) / weight, weight: weight)
    }

    /// Smallest first, so that the last bit does not depend on the order of the criteria.
    private static func sum(_ numbers: [Double]) -> Double { numbers.sorted().reduce(0, +) }
  }
}
