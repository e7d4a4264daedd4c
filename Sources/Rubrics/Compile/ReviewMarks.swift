import Frameworks
import Reviews

extension Rubric {
  /// A review's marks, one a column of its kind: the row for a ``JudgementTable``.
  ///
  /// What the review does not say is missing, and so is a point that the scale does not have: checks of the
  /// review have reported it. Judgements of criteria that are not judged in this kind of review are passed
  /// over.
  ///
  /// Criteria that are not asked of the subject are hidden, whatever was answered.
  public func marks(of review: Review) -> [UInt8] {
    marks(of: review, hidden: rules.map { ReviewRules($0).hidden(RuleSituation(review)) } ?? [])
  }

  /// - Parameter hidden: positions of criteria that are not asked.
  func marks(of review: Review, hidden: Set<Int>) -> [UInt8] {
    let columns = columns(review.kind.value)
    var marks = [UInt8](repeating: Mark.missing, count: columns.count)
    for judgement in review.judgements {
      guard let criterion = framework.criterion(judgement.key.value),
        let column = columns.column(ofCriterion: criterion.index),
        let point = judgement.value.point?.value
      else { continue }
      marks[column] = mark(point, on: scales[columns.scales[column]])
    }
    for criterion in hidden {
      if let column = columns.column(ofCriterion: criterion) { marks[column] = Mark.hidden }
    }
    return marks
  }

  private func mark(_ point: String, on scale: CompiledScale) -> UInt8 {
    switch point {
    case Judgement.notApplicable: Mark.notApplicable
    case Judgement.notReviewed: Mark.notReviewed
    default: scale.code(of: point) ?? Mark.missing
    }
  }

  /// The table of many reviews of one kind, in their order; those of the other kind are left out.
  public func table(of reviews: some Sequence<Review>, kind: ReviewKind) -> JudgementTable {
    var table = JudgementTable(columnCount: columns(kind).count)
    for review in reviews where review.kind.value == kind {
      table.append(subject: review.subject.id.value, marks: marks(of: review))
    }
    return table
  }
}

/// A review beside its rubric, its marks as numbers.
public struct MarkedReview: Sendable {
  public let rubric: Rubric
  public let review: Review
  /// One a column of the review's kind.
  public let marks: [UInt8]
  /// What came of the framework's rules; `nil` where it has none.
  public let findings: RuleFindings?

  public init(_ review: Review, rubric: Rubric) { self.init(RuleSituation(review), rubric: rubric) }

  public init(_ situation: RuleSituation, rubric: Rubric) {
    self.rubric = rubric
    review = situation.review
    findings = rubric.rules.map { ReviewRules($0).findings(situation) }
    let hidden = findings?.hidden.compactMap { rubric.framework.criterion($0)?.index } ?? []
    marks = rubric.marks(of: review, hidden: Set(hidden))
  }
}
