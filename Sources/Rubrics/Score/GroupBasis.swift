import Frameworks
import Reviews

/// What the figure of a group of criteria is worked out from, and by which rule.
struct GroupBasis {
  let aggregation: any Aggregation
  /// The position of the scale in the rubric.
  let scale: Int
  let basis: AggregateBasis

  enum Outcome {
    case basis(GroupBasis)
    /// There is nothing to work out, and why.
    case nothing(AggregateResult)
  }

  /// - Parameter range: the columns of the group.
  static func of(_ range: Range<Int>, of marked: MarkedReview, by rule: AggregateRule) -> Outcome {
    let rubric = marked.rubric
    let kind = marked.review.kind.value
    let columns = rubric.columns(kind)
    func nothing(_ shortfall: Shortfall) -> Outcome {
      .nothing(
        AggregateResult(
          aggregation: rule.name, scale: nil, tally: Tally(pointCount: 0), value: nil, shortfall: shortfall))
    }
    let aggregation: any Aggregation
    switch rubric.aggregations.find(rule) {
    case .aggregation(let found): aggregation = found
    case .shortfall(let shortfall): return nothing(shortfall)
    }
    // Where no scale suits the rule, the most common one lets the rule itself say so.
    guard
      let scale = rubric.commonScale(of: range, kind: kind, where: aggregation.accepts)
        ?? rubric.commonScale(of: range, kind: kind)
    else { return nothing(.nothingJudged) }
    let kept = range.filter { columns.scales[$0] == scale }
    let compiled = rubric.scales[scale]
    var basis = AggregateBasis(
      scale: compiled,
      tally: Tally(pointCount: compiled.values.count, of: kept.lazy.map { marked.marks[$0] }),
      rule: rule)
    if rule.plugin != nil {
      basis.marks = kept.map { marked.marks[$0] }
      basis.criteria = kept.map { rubric.framework.criteria[columns.criteria[$0]] }
    }
    if kept.count < range.count {
      basis.notes.append(Explanation.leftOut(range.count - kept.count, keeping: compiled))
    }
    if compiled.scale.kind == .ordinal,
      aggregation is Aggregations.WeightedMean || aggregation is Aggregations.Mean
    {
      basis.notes.append(Explanation.meanOfOrder)
    }
    return .basis(GroupBasis(aggregation: aggregation, scale: scale, basis: basis))
  }
}

extension Rubric {
  /// The plugins that work out figures of this framework, as far as they are here.
  public var plugins: [PluginStamp] {
    var rules = framework.criteria.map { rule(of: $0) }
    if case .aggregate(let aggregate) = framework.framework.overall { rules.append(AggregateRule(aggregate)) }
    return PluginStamp.union(Set(rules.compactMap(\.plugin)).compactMap { aggregations.stamp(of: $0) })
  }

  /// How a criterion that groups others sums them up: its own rule, else its level's, else a distribution.
  func rule(of criterion: ResolvedCriterion) -> AggregateRule {
    let levels = framework.framework.levels
    let ofLevel = criterion.level < levels.count ? levels[criterion.level].aggregate : nil
    return (criterion.criterion.aggregate ?? ofLevel).map { AggregateRule($0) } ?? .usual
  }
}
