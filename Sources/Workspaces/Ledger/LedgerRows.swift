import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// The ledger, oldest first.
  public func ledger() throws(Failure) -> [LedgerEntry] { try read { try LedgerRows.all($0) } }
}

/// The table of the ledger.
enum LedgerRows {
  static func all(_ db: Database) throws -> [LedgerEntry] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM ledger ORDER BY number")).map {
      try LedgerEntry($0)
    }
  }

  /// Enters what a release or contribution tells, in the transaction that fixes it, and records where the ledger ends.
  static func spend(
    _ spends: [Cohort.Spend], _ identity: ReleaseIdentity, _ use: LedgerSpend.Use, on day: Day,
    for source: LedgerSpend.Source, _ recorder: inout Recorder
  ) throws {
    try append(
      spends.map {
        LedgerSpend(
          subject: $0.subject, framework: identity.framework, criterion: $0.criterion, use: use,
          period: identity.period, day: day, epsilon: $0.epsilon, judgedOn: $0.judgedOn, source: source)
      }, .ledgerSpent, source.json, AuditWords.spent(spends.count, identity), &recorder)
  }

  /// - Parameters:
  ///   - cause: what the entries belong to; for the audit trail.
  static func append(
    _ spends: [LedgerSpend], _ action: AuditAction, _ cause: JSONValue, _ words: String,
    _ recorder: inout Recorder
  ) throws {
    var chain = try LedgerChain(recorder.db)
    for spend in spends { try chain.append(spend) }
    try recorder.record(
      action, words, ["cause": cause, "added": .int(Int64(spends.count)), "ledger": chain.json])
  }
}
