import Frameworks
import Reviews

/// Sums up what is judged below each criterion that groups others, and at the top.
///
/// The rule is the criterion's own, else its level's, else a distribution.
struct GroupScorer {
  private let marked: MarkedReview
  private let columns: Rubric.Columns
  private let ready: [GroupID: AggregateResult]
  /// By criterion; `nil` where nothing below is judged, or the criterion itself is.
  private(set) var results: [AggregateResult?]
  /// `nil` where the framework forbids one.
  private(set) var overall: AggregateResult?

  /// - Parameter ready: figures that were worked out for several reviews at once, by their group.
  init(_ marked: MarkedReview, ready: [GroupID: AggregateResult] = [:]) {
    self.marked = marked
    self.ready = ready
    let framework = marked.rubric.framework
    columns = marked.rubric.columns(marked.review.kind.value)
    results = [AggregateResult?](repeating: nil, count: framework.criteria.count)
    // Children stand behind their parents, so backwards each finds its children's results ready.
    for criterion in framework.criteria.reversed() {
      let range = columns.columns(within: criterion)
      if range.isEmpty || columns.column(ofCriterion: criterion.index) != nil { continue }
      results[criterion.index] =
        ready[.criterion(criterion.index)] ?? result(rule(of: criterion), over: range, below: criterion)
    }
    if case .aggregate(let aggregate) = framework.framework.overall {
      overall = ready[.overall] ?? result(AggregateRule(aggregate), over: 0..<columns.count, below: nil)
    }
  }

  private func rule(of criterion: ResolvedCriterion) -> AggregateRule { marked.rubric.rule(of: criterion) }

  private func result(
    _ rule: AggregateRule, over range: Range<Int>, below criterion: ResolvedCriterion?
  ) -> AggregateResult {
    switch GroupBasis.of(range, of: marked, by: rule) {
    case .nothing(let result): return result
    case .basis(let group):
      var basis = group.basis
      if group.aggregation is Aggregations.WeightedMean {
        basis.terms = terms(below: criterion, on: group.scale)
      }
      return group.aggregation.result(of: basis)
    }
  }

  /// The criteria right below with their own results, those without a criterion on the scale left out.
  private func terms(below criterion: ResolvedCriterion?, on scale: Int) -> [WeightedTerm] {
    marked.rubric.framework.children(of: criterion).compactMap { child in
      let kept = columns.columns(within: child).filter { columns.scales[$0] == scale }
      if kept.isEmpty { return nil }
      return WeightedTerm(
        child.name, weight: child.criterion.weight ?? 1, number: number(of: child, on: scale),
        applies: kept.contains { ![Mark.notApplicable, Mark.hidden].contains(marked.marks[$0]) })
    }
  }

  private func number(of criterion: ResolvedCriterion, on scale: Int) -> Double? {
    let compiled = marked.rubric.scales[scale]
    if let column = columns.column(ofCriterion: criterion.index) {
      guard case .point(let code) = ScoredMark(marked.marks[column]) else { return nil }
      return AggregateValue.point(code).number(on: compiled)
    }
    guard let result = results[criterion.index] else { return nil }
    if result.scale == compiled, let number = result.value?.halfway(on: compiled) { return number }
    if result.scale == compiled, result.value == nil, result.shortfall != .notWanted { return nil }
    let basis = AggregateBasis(
      scale: compiled, tally: Tally(pointCount: compiled.values.count),
      terms: terms(below: criterion, on: scale),
      rule: rule(of: criterion))
    return Aggregations.WeightedMean().result(of: basis).value?.number(on: compiled)
  }
}
