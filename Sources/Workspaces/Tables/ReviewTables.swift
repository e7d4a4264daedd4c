import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews
import Rubrics

extension Workspace {
  /// Every member's latest agreed review: the partnership's private picture, never for publication.
  public func table(_ rubric: Rubric, period: Period, kind: ReviewKind) throws(Failure) -> ReviewTable {
    try read { try ReviewTables.make(rubric, period, kind, of: nil, $0) }
  }

  /// The same of those members only whose consent covers a purpose and an audience on a day.
  public func cohort(
    _ rubric: Rubric, period: Period, kind: ReviewKind, purpose: Consent.Purpose = .sheet,
    audience: String = Consent.everyone, on day: Day
  ) throws(Failure) -> ReviewTable {
    try read { db in
      try ReviewTables.make(rubric, period, kind, of: ConsentRows.covered(purpose, audience, on: day, db), db)
    }
  }
}

enum ReviewTables {
  /// - Parameter members: only of these.
  static func make(
    _ rubric: Rubric, _ period: Period, _ kind: ReviewKind, of members: Set<String>?, _ db: Database
  ) throws -> ReviewTable {
    var judgements = JudgementTable(columnCount: rubric.columns(kind).count)
    var reviews: [CountedReview] = []
    var unfit: [UnfitReview] = []
    for stored in try counting(rubric.id, rubric.version.major, period, kind, db)
    where members?.contains(stored.subject) ?? true {
      let content = try ReviewRows.content(of: stored.id, db).content
      let review = try ReviewContent.read(content, name: "review \(stored.id)")
      let reasons = ReviewFit.reasons(review, rubric)
      if reasons.isEmpty {
        judgements.append(subject: stored.subject, marks: rubric.marks(of: review))
        reviews.append(CountedReview(stored: stored, review: review))
      } else {
        unfit.append(UnfitReview(stored: stored, reasons: reasons))
      }
    }
    return ReviewTable(judgements: judgements, reviews: reviews, unfit: unfit)
  }

  /// The latest agreed review of each member that is here, by member id. Later days come before earlier ones,
  /// later revisions of a day before earlier.
  static func counting(
    _ framework: String, _ major: Int, _ period: Period, _ kind: ReviewKind, _ db: Database
  ) throws -> [StoredReview] {
    var latest: [StoredReview] = []
    let cursor = try Row.fetchCursor(
      db, sql: countingQuery, arguments: [framework, major, period.description, kind.rawValue])
    while let row = try cursor.next() {
      if try row.text("subject") != latest.last?.subject { latest.append(try StoredReview(row)) }
    }
    return latest
  }

  static let countingQuery = """
    SELECT \(ReviewRows.columns)
    FROM review JOIN member ON member.id = review.subject JOIN audit ON audit.sequence = review.recorded
    WHERE live = 1 AND framework = ?1 AND major = ?2 AND period = ?3 AND kind = ?4 AND status = 'agreed'
      AND present = 1
    ORDER BY subject, day DESC, review.id DESC
    """
}

/// Whether a rubric can read a review, which may have been made against another version or draft of its
/// framework: every criterion that the review judges is there and judged, with the points that it names.
enum ReviewFit {
  static func reasons(_ review: Review, _ rubric: Rubric) -> [String] {
    let columns = rubric.columns(review.kind.value)
    var reasons: [String] = []
    for entry in review.judgements {
      guard let point = entry.value.point?.value else { continue }
      guard let criterion = rubric.framework.criterion(entry.key.value),
        let column = columns.column(ofCriterion: criterion.index)
      else {
        reasons.append("“\(entry.key.value)” is not judged in \(rubric.reference)")
        continue
      }
      let isPoint = rubric.scales[columns.scales[column]].code(of: point) != nil
      if !isPoint, point != Judgement.notApplicable, point != Judgement.notReviewed {
        reasons.append("“\(point)” is no point of “\(entry.key.value)” in \(rubric.reference)")
      }
    }
    return reasons
  }
}
