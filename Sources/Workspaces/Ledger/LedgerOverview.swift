import Diagnostics
import Documents
import Frameworks
import GRDB
import Profiles

/// Per school and criterion, what the ledger holds on a day.
public struct LedgerOverview: Sendable, Equatable {
  public let partnership: Partnership
  public let day: Day
  public let cap: LedgerCap
  /// How many entries there are.
  public let entries: Int64
  /// By school, framework and criterion.
  public let rows: [Row]
  /// Schools that may be part of no release yet, and from when on they may.
  public let unsettled: [Unsettled]

  /// One school and criterion.
  public struct Row: Sendable, Equatable {
    public let member: Member
    public let framework: String
    /// A path, or ``LedgerSpend/every``.
    public let criterion: String
    /// Own epsilon that counts on the day, exactly; `unbounded` where a sheet told without a bound.
    public let spent: String
    public let left: String
    /// How many sheets and pools ever held a judgement.
    public let sheets: Int
    public let pools: Int
    /// The day on which the oldest part of what is spent no longer counts.
    public let nextFree: Day?
  }

  public struct Unsettled: Sendable, Equatable {
    public let member: Member
    public let until: Day
  }
}

extension Workspace {
  /// What is spent and what is left, of everybody who is a member now.
  public func ledgerOverview(_ policy: Policy, on day: Day) throws(Failure) -> LedgerOverview {
    let cap = LedgerCap(policy)
    let partnership = partnership
    return try read { db in
      let entries = try LedgerRows.all(db).map(\.spend)
      let lines = try Lines(db)
      let members = try MemberRows.present(db)
      let frameworks = Dictionary(grouping: entries, by: \.framework)
      let books = frameworks.mapValues { LedgerBook($0[0].framework, $0, lines) }
      var rows: [LedgerOverview.Row] = []
      for member in members {
        let line = lines.line(of: member.id)
        for (framework, book) in books.sorted(by: { $0.key < $1.key }) {
          let own = (frameworks[framework] ?? []).filter { line.contains($0.subject) }
          for criterion in Set(own.map(\.criterion)).sorted() {
            rows.append(
              row(member, framework, criterion, own.filter { $0.isOn(criterion) }, book, cap, day))
          }
        }
      }
      return LedgerOverview(
        partnership: partnership, day: day, cap: cap, entries: Int64(entries.count), rows: rows,
        unsettled: try Histories.unsettled(members, on: day, db))
    }
  }

  private func row(
    _ member: Member, _ framework: String, _ criterion: String, _ spends: [LedgerSpend], _ book: LedgerBook,
    _ cap: LedgerCap, _ day: Day
  ) -> LedgerOverview.Row {
    let spent = book.told(of: member.id, criterion, cap, on: day)
    let counting = spends.filter { $0.use == .sheet && cap.holds($0.day, on: day) }
    func count(_ use: LedgerSpend.Use) -> Int {
      Set(spends.filter { $0.use == use }.map { "\($0.day) \($0.source.json)" }).count
    }
    return LedgerOverview.Row(
      member: member, framework: framework, criterion: criterion, spent: spent.description,
      left: spent.left(below: cap.epsilon).description, sheets: count(.sheet), pools: count(.pool),
      nextFree: counting.map { cap.free(from: $0.day) }.min())
  }
}
