import Frameworks
import Reviews

extension Rubric {
  /// A review's marks, one a column of its kind: the row for a ``JudgementTable``.
  ///
  /// What the review does not say is missing, and so is a point that the scale does not have: checks of the
  /// review have reported it. Judgements of criteria that are not judged in this kind of review are passed
  /// over.
  public func marks(of review: Review) -> [UInt8] {
    let columns = columns(review.kind.value)
    var marks = [UInt8](repeating: Mark.missing, count: columns.count)
    for judgement in review.judgements {
      guard let criterion = framework.criterion(judgement.key.value),
        let column = columns.column(ofCriterion: criterion.index),
        let point = judgement.value.point?.value
      else { continue }
      marks[column] = mark(point, on: scales[columns.scales[column]])
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

  public init(_ review: Review, rubric: Rubric) {
    self.rubric = rubric
    self.review = review
    marks = rubric.marks(of: review)
  }
}
