import Documents
import Frameworks
import GRDB
import Profiles

/// What the ledger says of one framework and those it may share judgements with: everything that decides what may
/// still be told. It knows no scores.
struct LedgerBook: Sendable {
  private let bySubject: [String: [LedgerSpend]]
  let lines: Lines
  private let framework: String

  /// - Parameter relatives: further frameworks from which reviews were migrated.
  init(_ framework: String, relatives: Set<String> = [], _ db: Database) throws {
    var entries: [LedgerSpend] = []
    for id in relatives.union([framework]).sorted() {
      entries += try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM ledger WHERE framework = ? ORDER BY number"), arguments: [id]
      ).map { try LedgerEntry($0).spend }
    }
    self.init(framework, entries, try Lines(db))
  }

  init(_ framework: String, _ entries: [LedgerSpend], _ lines: Lines) {
    (self.framework, self.lines) = (framework, lines)
    bySubject = Dictionary(grouping: entries, by: \.subject)
  }

  // MARK: - The cap

  /// Own epsilon of a school on a criterion that counts on a day: its own, and the largest of its predecessors'.
  func told(of subject: String, _ criterion: String, _ cap: LedgerCap, on day: Day) -> EpsilonTotal {
    told(subject, criterion, cap, day, [])
  }

  private func told(
    _ subject: String, _ criterion: String, _ cap: LedgerCap, _ day: Day, _ seen: Set<String>
  ) -> EpsilonTotal {
    var total = EpsilonTotal.zero
    for spend in counting(subject, criterion) where cap.holds(spend.day, on: day) { total.add(spend.epsilon) }
    let before = lines.predecessors(of: subject).filter { !seen.contains($0) }
    let most = before.map { told($0, criterion, cap, day, seen.union([subject])) }.max()
    if let most { total.add(most) }
    return total
  }

  /// The first day on which so much more may be told of every one of the criteria; `nil` where it never may.
  func firstDay(
    for subject: String, _ criteria: [String], telling epsilon: Epsilon, _ cap: LedgerCap, after day: Day
  ) -> Day? {
    let ends = lines.line(of: subject).flatMap { member in
      criteria.flatMap { counting(member, $0).map { cap.free(from: $0.day) } }
    }
    return Set(ends).filter { $0 > day }.sorted().first { end in
      criteria.allSatisfy { criterion in
        var total = told(of: subject, criterion, cap, on: end)
        total.add(epsilon)
        return !total.isOver(cap.epsilon)
      }
    }
  }

  private func counting(_ subject: String, _ criterion: String) -> [LedgerSpend] {
    (bySubject[subject] ?? []).filter { $0.use == .sheet && $0.framework == framework && $0.isOn(criterion) }
  }

  // MARK: - A judgement's use

  /// Whether a judgement went into a sheet, or a pool, before.
  func isUsed(_ judgement: DatedJudgement, _ criterion: String, for use: LedgerSpend.Use) -> Bool {
    lines.line(of: judgement.subject).contains { member in
      (bySubject[member] ?? []).contains { spend in
        guard spend.use == use else { return false }
        // What was migrated may have stood under another path.
        if spend.framework != framework { return isSame(judgement, spend) }
        return (spend.isOn(criterion) || judgement.isMigrated) && isSame(judgement, spend)
      }
    }
  }

  /// Where a day is not known, it may have been any up to the release, or any of the same school year.
  private func isSame(_ judgement: DatedJudgement, _ spend: LedgerSpend) -> Bool {
    if let day = judgement.day, let told = spend.judgedOn { return day == told }
    if judgement.period == spend.period { return true }
    return judgement.day.map { $0 <= spend.day } ?? false
  }
}

/// When a school was judged.
struct DatedJudgement {
  let subject: String
  let period: Period
  let day: Day?
  /// Its review was migrated from another version or framework.
  let isMigrated: Bool
}
