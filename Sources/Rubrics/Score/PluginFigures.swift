import Frameworks
import Reviews

/// A group of criteria with a figure of its own, or all of them.
enum GroupID: Hashable {
  case criterion(Int)
  case overall
}

/// The figures that plugins work out, asked for all reviews together: a call of a plugin costs far more than a row in it.
enum PluginFigures {
  /// By review, in the order given; empty where the framework names no plugin.
  static func of(_ reviews: [MarkedReview]) -> [[GroupID: AggregateResult]] {
    var figures = [[GroupID: AggregateResult]](repeating: [:], count: reviews.count)
    let alike = Dictionary(grouping: reviews.indices) { index in
      Alike(rubric: reviews[index].rubric.digest.description, kind: reviews[index].review.kind.value)
    }
    for indices in alike.values {
      let rubric = reviews[indices[0]].rubric
      let columns = rubric.columns(reviews[indices[0]].review.kind.value)
      for (group, rule, range) in groups(rubric, columns) {
        fill(group, rule, range, indices.sorted(), of: reviews, into: &figures)
      }
    }
    return figures
  }

  private struct Alike: Hashable {
    let rubric: String
    let kind: ReviewKind
  }

  private static func groups(
    _ rubric: Rubric, _ columns: Rubric.Columns
  ) -> [(GroupID, AggregateRule, Range<Int>)] {
    var groups: [(GroupID, AggregateRule, Range<Int>)] = []
    for criterion in rubric.framework.criteria {
      let rule = rubric.rule(of: criterion)
      let range = columns.columns(within: criterion)
      if rule.plugin == nil || range.isEmpty || columns.column(ofCriterion: criterion.index) != nil {
        continue
      }
      groups.append((.criterion(criterion.index), rule, range))
    }
    if case .aggregate(let aggregate) = rubric.framework.framework.overall, aggregate.plugin != nil {
      groups.append((.overall, AggregateRule(aggregate), 0..<columns.count))
    }
    return groups
  }

  private static func fill(
    _ group: GroupID, _ rule: AggregateRule, _ range: Range<Int>, _ indices: [Int],
    of reviews: [MarkedReview], into figures: inout [[GroupID: AggregateResult]]
  ) {
    var asked: [Int] = []
    var bases: [AggregateBasis] = []
    var aggregation: (any Aggregation)?
    for index in indices {
      switch GroupBasis.of(range, of: reviews[index], by: rule) {
      case .nothing(let result): figures[index][group] = result
      case .basis(let found):
        aggregation = found.aggregation
        asked.append(index)
        bases.append(found.basis)
      }
    }
    guard let aggregation else { return }
    for (index, result) in zip(asked, aggregation.results(of: bases)) { figures[index][group] = result }
  }
}
