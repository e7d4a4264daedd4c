import Frameworks
import Reviews

/// Holds a review against its rubric.
public enum Scorer {
  public static func score(_ review: Review, rubric: Rubric) -> ScoredReview {
    score(MarkedReview(review, rubric: rubric))
  }

  /// With what the framework's rules may look at besides.
  public static func score(_ situation: RuleSituation, rubric: Rubric) -> ScoredReview {
    score(MarkedReview(situation, rubric: rubric))
  }

  /// Several reviews; what plugins work out for them is asked for together.
  public static func score(_ marked: [MarkedReview]) -> [ScoredReview] {
    zip(marked, PluginFigures.of(marked)).map { score($0, ready: $1) }
  }

  /// Every criterion in the framework's order; what sums up others is worked out from the bottom.
  public static func score(_ marked: MarkedReview) -> ScoredReview { score([marked])[0] }

  private static func score(_ marked: MarkedReview, ready: [GroupID: AggregateResult]) -> ScoredReview {
    let framework = marked.rubric.framework
    let judgements = Dictionary(
      marked.review.judgements.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    let groups = GroupScorer(marked, ready: ready)
    return ScoredReview(
      rubric: marked.rubric, review: marked.review, marks: marked.marks,
      criteria: framework.criteria.map { score($0, judgements[$0.path], marked, groups) },
      coverage: AnswerCounts(of: marked.marks), notes: notes(marked), findings: marked.findings,
      overallResult: groups.overall)
  }

  private static func score(
    _ criterion: ResolvedCriterion, _ judgement: Judgement?, _ marked: MarkedReview, _ groups: GroupScorer
  ) -> ScoredCriterion {
    let rubric = marked.rubric
    let kind = marked.review.kind.value
    let columns = rubric.columns(kind)
    let column = columns.column(ofCriterion: criterion.index)
    let scale = column.map { rubric.scales[columns.scales[$0]] }
    let mark = column.map { ScoredMark(marked.marks[$0]) }
    let suggestion = scale.flatMap {
      Aggregations.BestFit.suggestion(
        on: $0, statements: criterion.criterion.statements,
        marked: judgement?.statements.lazy.map(\.value) ?? [].lazy.map(\.value))
    }
    let aggregate = groups.results[criterion.index]
    let counts = AnswerCounts(of: marked.marks[columns.columns(within: criterion)])
    let levels = rubric.framework.framework.levels
    return ScoredCriterion(
      criterion: criterion,
      level: criterion.level < levels.count ? levels[criterion.level].title : "",
      role: column != nil ? .judged : aggregate != nil ? .grouping : .unmarked,
      scale: scale, mark: mark, judgement: judgement, suggestion: suggestion, aggregate: aggregate,
      counts: counts,
      explanation: explain(scale, mark, suggestion, aggregate, counts))
  }

  private static func explain(
    _ scale: CompiledScale?, _ mark: ScoredMark?, _ suggestion: BestFitSuggestion?,
    _ aggregate: AggregateResult?,
    _ counts: AnswerCounts
  ) -> [String] {
    if let scale, let mark { return Explanation.of(mark, suggestion, on: scale) }
    if let aggregate { return Explanation.of(aggregate, counts) }
    return []
  }

  private static func notes(_ marked: MarkedReview) -> [String] {
    let framework = marked.rubric.framework.framework
    let kind = marked.review.kind.value
    let carried =
      marked.review.carriedNotes + marked.review.through.map { "The review came through \($0.words)." }
      + marked.rubric.plugins.map { "Figures of this framework are worked out by \($0.words)." }
    guard let marking = framework.judging[kind] else { return [Explanation.marksNothing(kind)] + carried }
    var notes = carried
    if marking.isOptional, marked.marks.allSatisfy({ $0 == Mark.missing }) {
      notes.append(Explanation.marksLeftOut)
    }
    let used = Set(marked.rubric.columns(kind).scales).sorted()
    for scale in used where marked.rubric.scales[scale].scale.stability == .moving {
      notes.append(Explanation.moving(marked.rubric.scales[scale]))
    }
    return notes
  }
}
