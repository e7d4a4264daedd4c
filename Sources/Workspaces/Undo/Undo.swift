import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// Takes a change back, entry by entry, with entries that say so. What was recorded stays in the trail.
  ///
  /// Adding, changing and removing members, adding reviews, giving and withdrawing consent, and what was
  /// done to watch lists can be taken back;
  /// a withdrawal's taking back also lifts the cancelling of a release that it brought about. Starting the
  /// workspace, fixing and signing a release, erasing, and undoing cannot.
  ///
  /// - Parameter number: ``Change/number``; `nil` for the last change that is not itself taken back.
  /// - Throws: `refused` where the change cannot be taken back, or not any more.
  public func undo(_ number: Int64? = nil) throws(Failure) -> Change {
    let change = try change { recorder in
      let entries = try Undoing.entries(of: number, recorder.db)
      for entry in entries { try Undoing.checkMayBeUndone(entry) }
      for entry in entries.reversed() {
        let sequence = try recorder.record(
          .undone, AuditWords.undone(entry), ["undoes": .int(entry.sequence)], undoing: entry.sequence)
        try Undoing.undo(entry, by: sequence, recorder.db)
      }
      // Who comes back on another day may have been elsewhere meanwhile.
      for entry in entries
      where entry.action == .memberRemoved && !entry.at.hasPrefix(recorder.day.description) {
        guard let member = entry.detail["member"]?["id"]?.asString else { continue }
        try Histories.noteArrival(of: member, from: nil, &recorder)
      }
      try Cancelling.cancelUncovered(&recorder)
    }.1
    guard let change else { throw Undoing.nothing }
    return change
  }
}

enum Undoing {
  /// The entries of a change that is not taken back yet.
  static func entries(of number: Int64?, _ db: Database) throws -> [AuditEntry] {
    guard let number = try number ?? last(db) else { throw nothing }
    let entries = try Row.fetchAll(
      db, sql: "SELECT * FROM audit WHERE change = ? ORDER BY sequence", arguments: [number]
    ).map { try AuditEntry($0) }
    if entries.isEmpty {
      throw Failure(
        .refused, "There is no change \(number).",
        help: "`waymark workspace list audit` shows the changes and their numbers.")
    }
    let takenBack = try Bool.fetchOne(
      db,
      sql:
        "SELECT EXISTS (SELECT 1 FROM audit WHERE undoes IN (SELECT sequence FROM audit WHERE change = ?))",
      arguments: [number])
    if takenBack == true { throw Failure(.refused, "The change \(number) is taken back already.") }
    return entries
  }

  private static func last(_ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT change FROM audit WHERE action <> ?1 AND undoes IS NULL AND NOT EXISTS
          (SELECT 1 FROM audit AS later WHERE later.undoes = audit.sequence)
          AND NOT EXISTS
          (SELECT 1 FROM audit AS other WHERE other.change = audit.change AND other.action = ?1)
        ORDER BY sequence DESC LIMIT 1
        """,
      arguments: [AuditAction.undone.rawValue])
  }

  static func checkMayBeUndone(_ entry: AuditEntry) throws(Failure) {
    switch entry.action {
    case .memberAdded, .memberChanged, .memberRemoved, .reviewAdded, .consentGiven, .consentWithdrawn,
      .releaseCancelled, .contributionCancelled, .historyNoted, .memberSucceeded, .watchOpened,
      .watchReported, .watchAgreed, .watchWithdrawn, .watchClosed:
      return
    case .started: throw refused(entry, "A workspace that was never started has nothing to undo.")
    case .contributionFixed, .contributionHandedOver:
      throw refused(entry, "A contribution is fixed once, so that nobody can make it again and compare.")
    case .ledgerSpent, .ledgerRecovered, .releaseRecovered:
      throw refused(entry, "What was told stays told: the ledger only grows.")
    case .statementWritten:
      throw refused(
        entry,
        "The statement may be in use already. `waymark workspace history` says where the school is now.")
    case .releaseFixed, .releaseSigned:
      throw refused(entry, "A release is fixed once, so that nobody can draw its noise again and compare.")
    case .reviewErased, .watchErased: throw refused(entry, "What was erased is gone.")
    case .undone:
      throw refused(entry, "Do again what it took back: add the file again, or give the consent again.")
    }
  }

  static func undo(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    switch entry.action {
    case .memberAdded: try MemberUndoing.undoAdding(entry, by: sequence, db)
    case .memberChanged: try MemberUndoing.undoChanging(entry, by: sequence, db)
    case .memberRemoved: try MemberUndoing.undoRemoving(entry, by: sequence, db)
    case .reviewAdded:
      try db.execute(
        sql: "UPDATE review SET live = 0 WHERE id = ? AND live = 1",
        arguments: [entry.detail["review"]?.asInt])
      if db.changesCount == 0 { throw refused(entry, "The review was erased since.") }
    case .consentGiven:
      try db.execute(
        sql: "UPDATE consent SET undone = ? WHERE id = ?",
        arguments: [sequence, entry.detail["consent"]?.asInt])
      try resume(endedBy: entry.sequence, db)
    case .consentWithdrawn:
      // Of a removal, the member itself came back just before.
      guard let id = entry.detail["member"]?.asString, try MemberRows.find(id, db)?.isPresent == true else {
        throw refused(entry, "The member was removed since.")
      }
      try resume(endedBy: entry.sequence, db)
    case .releaseCancelled:
      try db.execute(
        sql: "UPDATE release SET cancelled = NULL WHERE cancelled = ?", arguments: [entry.sequence])
    case .watchOpened, .watchReported, .watchAgreed, .watchWithdrawn, .watchClosed:
      try WatchUndoing.undo(entry, by: sequence, db)
    case .contributionCancelled:
      try db.execute(
        sql: "UPDATE contribution SET cancelled = NULL WHERE cancelled = ?", arguments: [entry.sequence])
    case .historyNoted, .memberSucceeded: try HistoryUndoing.undo(entry, by: sequence, db)
    case .started, .releaseFixed, .releaseSigned, .contributionFixed, .contributionHandedOver, .ledgerSpent,
      .ledgerRecovered, .releaseRecovered, .statementWritten, .reviewErased, .watchErased, .undone:
      break
    }
  }

  /// Consents that an entry ended hold again.
  private static func resume(endedBy sequence: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE consent SET ended = NULL, ended_on = NULL WHERE ended = ?", arguments: [sequence])
  }

  static func refused(_ entry: AuditEntry, _ help: String) -> Failure {
    Failure(
      .refused, "Entry \(entry.sequence) of change \(entry.change) cannot be taken back: \(entry.words)",
      help: help)
  }

  static let nothing = Failure(.refused, "There is nothing to undo.")
}
