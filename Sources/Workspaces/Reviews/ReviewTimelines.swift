import Documents
import Frameworks
import GRDB
import Reviews
import Rubrics

/// The agreed reviews of members that are here, against one framework, in the order of time.
///
/// Of several on one occasion of a school year, or on one day where no occasion is named, the latest counts. A review
/// that names no occasion belongs to the one in whose days it was made.
struct ReviewTimelines {
  private let bySubject: [String: [TimedReview]]

  /// - Parameter subject: only this member's.
  init(_ rubric: Rubric, of subject: String?, _ db: Database) throws {
    let occasions = rubric.framework.framework.occasions
    var latest: [Key: TimedReview] = [:]
    let cursor = try Row.fetchCursor(
      db, sql: Self.query, arguments: [rubric.id, rubric.version.major, subject])
    while let row = try cursor.next() {
      let stored = try StoredReview(row)
      let review = try ReviewContent.read(row.text("content"), name: "review \(stored.id)")
      let turn = Self.position(of: review, in: occasions, stored.period)
      let key = Key(
        subject: stored.subject, kind: stored.kind, period: stored.period,
        occasion: review.occasion?.value, day: review.occasion == nil ? stored.date : nil)
      latest[key] = TimedReview(
        stored: stored, review: review, turn: turn, recorded: try row.number("recorded"))
    }
    bySubject = Dictionary(grouping: latest.values, by: \.stored.subject).mapValues { $0.sorted(by: <) }
  }

  /// Days in order, revisions of a day in order.
  static let query = """
    SELECT \(ReviewRows.columns), review.recorded, content
    FROM review JOIN member ON member.id = review.subject JOIN audit ON audit.sequence = review.recorded
    WHERE live = 1 AND framework = ?1 AND major = ?2 AND status = 'agreed' AND present = 1
      AND (?3 IS NULL OR subject = ?3)
    ORDER BY subject, period, day, review.id
    """

  private struct Key: Hashable {
    let subject: String
    let kind: ReviewKind
    let period: Period
    let occasion: String?
    let day: Day?
  }

  /// The latest review of each kind, with what came before it.
  func latest(ofEachKind subject: String) -> [LatestReview] {
    ReviewKind.allCases.compactMap { kind in
      bySubject[subject]?.last { $0.stored.kind == kind }.map { situated($0, subject) }
    }
  }

  /// The latest review of any kind.
  func latest(of subject: String) -> LatestReview? { bySubject[subject]?.last.map { situated($0, subject) } }

  private func situated(_ timed: TimedReview, _ subject: String) -> LatestReview {
    let all = bySubject[subject] ?? []
    let others = all.filter { $0.stored.kind != timed.stored.kind && $0.stored.period == timed.stored.period }
    let counterpart = others.last { $0.turn == timed.turn } ?? others.last
    return LatestReview(
      stored: timed.stored, recorded: timed.recorded,
      situation: RuleSituation(
        timed.review, counterpart: counterpart?.review,
        earlier: all.filter { $0.stored.kind == timed.stored.kind && $0 < timed }.map(\.review)))
  }

  /// Which occasion of its school year a review belongs to; -1 where that cannot be told.
  private static func position(of review: Review, in occasions: [Frameworks.Occasion], _ period: Period)
    -> Int
  {
    if let named = review.occasion { return occasions.firstIndex { $0.id.value == named.value } ?? -1 }
    guard let day = review.date else { return -1 }
    return occasions.lastIndex { $0.firstDay(in: period).map { $0 <= day } ?? false } ?? -1
  }
}

/// A review and its place in time.
private struct TimedReview: Comparable {
  let stored: StoredReview
  let review: Review
  /// The position of its occasion in the framework.
  let turn: Int
  /// The audit entry that recorded it.
  let recorded: Int64

  static func < (left: Self, right: Self) -> Bool {
    (left.stored.period, left.turn, left.stored.date ?? .earliest, left.stored.id)
      < (right.stored.period, right.turn, right.stored.date ?? .earliest, right.stored.id)
  }

  static func == (left: Self, right: Self) -> Bool { left.stored.id == right.stored.id }
}

/// The latest review of a member, and what its framework may look at besides.
struct LatestReview {
  let stored: StoredReview
  /// The audit entry that recorded it.
  let recorded: Int64
  let situation: RuleSituation

  /// As people name it: `peer review, 2025-26, autumn-2, 2025-11-03`.
  var words: String {
    ([stored.kind.title, stored.period.description]
      + [situation.review.occasion?.value, stored.date?.description]
      .compactMap(\.self)).joined(separator: ", ")
  }
}

extension ReviewKind {
  fileprivate var title: String { self == .own ? "self-review" : "peer review" }
}

extension Frameworks.Occasion {
  /// The first day of the occasion in a school year, where its framework says one.
  fileprivate func firstDay(in period: Period) -> Day? {
    guard let from = from?.value, let month = Int(from.prefix(2)), let day = Int(from.suffix(2)) else {
      return nil
    }
    let year = month >= 9 ? period.startYear : period.startYear + 1
    return Day(year: year, month: month, day: day)
  }
}
