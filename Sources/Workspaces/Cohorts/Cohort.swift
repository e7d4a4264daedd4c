import Documents
import Frameworks
import GRDB
import Profiles
import Rubrics

/// Who is part of a release, with which judgements, and what that tells of each (DISCLOSURE section 5 (iii)).
///
/// Decided by consent, the ledger and how many are judged; never by a score.
struct Cohort {
  /// The judgements that count; the others are blank.
  let judgements: JudgementTable
  let reviews: [CountedReview]
  let leftOut: [LeftOut]
  /// What the release will have told.
  let spends: [Spend]

  /// A ledger entry before the release that it belongs to has a number.
  struct Spend {
    let subject: String
    let criterion: String
    let epsilon: Epsilon?
    let judgedOn: Day?
  }

  var members: [Release.CohortMember] {
    reviews.map { Release.CohortMember(member: $0.stored.subject, review: $0.stored.id) }
  }
}

/// Takes what may not be part of a release out of a table of judgements, step by step.
struct CohortSelection {
  let rubric: Rubric
  let kind: ReviewKind
  let period: Period
  let day: Day
  let use: LedgerSpend.Use
  let table: ReviewTable
  let book: LedgerBook
  let histories: [String: MemberHistory]
  /// Reviews that came out of another, by number.
  let migrated: Set<Int64>

  private var blanks: Set<Cell> = []
  private var reasons:
    [(rule: ReleaseRule, unit: (id: String, title: String)?, member: String, until: Day?)] = []
  private(set) var spends: [Cohort.Spend] = []

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  private init(
    _ rubric: Rubric, _ kind: ReviewKind, _ period: Period, on day: Day, for use: LedgerSpend.Use,
    _ table: ReviewTable, _ db: Database
  ) throws {
    (self.rubric, self.kind, self.period, self.day) = (rubric, kind, period, day)
    (self.use, self.table) = (use, table)
    let origins = try MigratedReviews(table.reviews.map(\.stored.id), db)
    migrated = origins.reviews
    book = try LedgerBook(rubric.id, relatives: origins.frameworks, db)
    histories = try Histories.standing(db)
  }

  /// Of all who consent, without the reviews that may not be part of a release.
  ///
  /// - Parameter command: shows which schools a refusal means; without one, reviews that do not fit are passed over.
  /// - Throws: `refused` by rule `fit` where a review does not fit the framework.
  static func consenting(
    _ rubric: Rubric, _ kind: ReviewKind, _ period: Period, on day: Day, for use: LedgerSpend.Use,
    _ audience: String, shownBy command: String?, _ db: Database
  ) throws -> CohortSelection {
    let consenting = try ConsentRows.covered(use == .sheet ? .sheet : .pool, audience, on: day, db)
    let table = try ReviewTables.make(rubric, period, kind, of: consenting, db)
    if let command, let unfit = table.unfit.first {
      throw CohortFailures.unfit(unfit, rubric, shownBy: command)
    }
    var selection = try CohortSelection(rubric, kind, period, on: day, for: use, table, db)
    selection.leaveOutReviews()
    return selection
  }

  private var columnCount: Int { table.judgements.columnCount }
  private var rows: Range<Int> { 0..<table.judgements.rowCount }

  private func mark(_ row: Int, _ column: Int) -> UInt8 {
    blanks.contains(Cell(row: row, column: column)) ? Mark.notReviewed : table.judgements[row, column]
  }

  private func subject(_ row: Int) -> String { table.judgements.subjects[row] }

  private func isJudged(_ row: Int) -> Bool {
    (0..<columnCount).contains { mark(row, $0) < Mark.firstReserved }
  }

  private mutating func blank(_ row: Int, _ columns: some Sequence<Int>) {
    for column in columns { blanks.insert(Cell(row: row, column: column)) }
  }

  // MARK: - Whole reviews

  /// Schools whose past is not known, and judgements of another school year.
  private mutating func leaveOutReviews() {
    for row in rows where isJudged(row) {
      if let until = Histories.unsettledUntil(subject(row), on: day, histories, book.lines) {
        reasons.append((.history, nil, subject(row), until))
      } else if let made = table.reviews[row].stored.date, made.period != period {
        reasons.append((.carriedForward, nil, subject(row), nil))
      } else {
        continue
      }
      blank(row, 0..<columnCount)
    }
  }

  // MARK: - Single judgements

  /// Leaves a school out of a unit where one of its judgements was used before.
  mutating func leaveOutUsed(_ unit: SheetUnit) {
    for row in rows where counts(row, unit) {
      let stored = table.reviews[row].stored
      let judgement = DatedJudgement(
        subject: stored.subject, period: stored.period, day: stored.date,
        isMigrated: migrated.contains(stored.id))
      if unit.criteria.contains(where: { book.isUsed(judgement, $0, for: use) }) {
        reasons.append((use == .sheet ? .oneSheet : .onePool, (unit.id, unit.title), stored.subject, nil))
        blank(row, unit.columns)
      }
    }
  }

  private func counts(_ row: Int, _ unit: SheetUnit) -> Bool {
    unit.counts(unit.columns.lazy.map { mark(row, $0) })
  }

  /// Leaves schools out of a unit whose cap would be passed. Fewer schools may mean a class that tells more of each, so
  /// this goes on until nobody is left out; then it enters what is told.
  mutating func settle(_ unit: SheetUnit, _ policy: Policy, _ cap: LedgerCap) {
    let scales = Set(unit.columns.map { rubric.columns(kind).scales[$0] })
    guard scales.count == 1, scales.allSatisfy({ rubric.scales[$0].isOrdered }) else { return }
    let sort = policy.unit(criteria: columnCount)
    while true {
      let counting = rows.filter { counts($0, unit) }
      guard let size = policy.publishing(sort, n: counting.count) else { return }
      let full = size.epsilon.map { epsilon in counting.filter { isFull($0, unit, epsilon, cap) } } ?? []
      if full.isEmpty {
        spends += counting.flatMap { row in
          unit.criteria.map {
            Cohort.Spend(
              subject: subject(row), criterion: $0, epsilon: size.epsilon,
              judgedOn: table.reviews[row].stored.date)
          }
        }
        return
      }
      for row in full {
        let until = size.epsilon.flatMap {
          book.firstDay(for: subject(row), unit.criteria, telling: $0, cap, after: day)
        }
        reasons.append((.cap, (unit.id, unit.title), subject(row), until))
        blank(row, unit.columns)
      }
    }
  }

  private func isFull(_ row: Int, _ unit: SheetUnit, _ epsilon: Epsilon, _ cap: LedgerCap) -> Bool {
    unit.criteria.contains { criterion in
      var total = book.told(of: subject(row), criterion, cap, on: day)
      total.add(epsilon)
      return total.isOver(cap.epsilon)
    }
  }

  /// Enters every judgement that is left.
  mutating func spendAll(_ unit: SheetUnit, _ epsilon: Epsilon) {
    for row in rows where counts(row, unit) {
      spends += unit.criteria.map {
        Cohort.Spend(
          subject: subject(row), criterion: $0, epsilon: epsilon, judgedOn: table.reviews[row].stored.date)
      }
    }
  }

  // MARK: - What is left

  /// Without the schools of which nothing is left.
  func cohort() -> Cohort {
    var judgements = JudgementTable(columnCount: columnCount)
    var reviews: [CountedReview] = []
    for row in rows {
      let wasTouched = (0..<columnCount).contains { blanks.contains(Cell(row: row, column: $0)) }
      if wasTouched, !isJudged(row) { continue }
      judgements.append(subject: subject(row), marks: (0..<columnCount).map { mark(row, $0) })
      reviews.append(table.reviews[row])
    }
    return Cohort(
      judgements: judgements, reviews: reviews, leftOut: LeftOut.gathered(reasons), spends: spends)
  }
}
