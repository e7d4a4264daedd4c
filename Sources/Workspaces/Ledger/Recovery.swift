import Diagnostics
import Documents
import Frameworks
import GRDB
import Profiles
import Sealing

/// A sheet that was published, as its publication tells.
public struct PublishedSheet: Sendable {
  public let sheet: Sheet
  /// The day on which it was signed.
  public let issued: Day
  /// The leaf's hash.
  public let publication: Digest
  public let payload: [UInt8]

  /// - Throws: `badData` where the payload is no sheet.
  public init(payload: [UInt8], issued: Day, publication: Digest) throws(Failure) {
    sheet = try Sheet(payload: payload)
    (self.payload, self.issued, self.publication) = (payload, issued, publication)
  }

  /// What it told of every school that may have been part of it; of sections, of every criterion.
  func spends(of subject: String) -> [LedgerSpend] {
    var epsilons: [String: EpsilonTotal] = [:]
    var kept: [String: Epsilon?] = [:]
    for figure in sheet.figures {
      let criterion = sheet.unit == .section ? LedgerSpend.every : figure.id
      let told = EpsilonTotal(figure.told)
      if epsilons[criterion].map({ $0 < told }) ?? true {
        (epsilons[criterion], kept[criterion]) = (told, figure.told)
      }
    }
    return kept.sorted { $0.key < $1.key }.map { criterion, epsilon in
      LedgerSpend(
        subject: subject, framework: sheet.framework.id, criterion: criterion, use: .sheet,
        period: sheet.period, day: issued, epsilon: epsilon, judgedOn: nil,
        source: .recovered(publication: publication))
    }
  }
}

extension SheetFigure {
  /// What it tells of one judgement; `nil` where that has no bound.
  fileprivate var told: Epsilon? { noisy?.epsilon }
}

/// What a recovery did.
public struct LedgerRecovery: Sendable, Equatable {
  /// Sheets that this workspace did not know.
  public let sheets: Int
  /// Entries that were added.
  public let entries: Int
}

extension Workspace {
  /// Enters what was published and this copy of the workspace does not know, for every school that ever was a member,
  /// and writes the mark anew: after that, the workspace publishes again. Since no publication tells who contributed to
  /// a pool, no judgement that was made until today goes into one any more.
  ///
  /// - Parameters:
  ///   - published: this partnership's sheets.
  ///   - isAll: whether they are all that a registry holds, so that none is an answer too.
  /// - Throws: `usage` where there are none, `badData` where one is another partnership's, `refused` where the ledger
  ///   is neither missing nor behind.
  public func recoverLedger(from published: [PublishedSheet], isAll: Bool) throws(Failure) -> LedgerRecovery {
    if published.isEmpty, !isAll {
      throw Failure(
        .usage, "Nothing says what was published.",
        help: "Name every sheet of this partnership with --publication, or its registry with --registry.")
    }
    for sheet in published where sheet.sheet.partnership != partnership.slug {
      throw Failure(
        .badData,
        "One of the sheets, of \(sheet.sheet.period), is of “\(sheet.sheet.partnership)”, not of “\(partnership.slug)”.",
        help: "Name the sheets of this partnership only.")
    }
    let mark = try? LedgerMark.read(beside: path)
    let recovery = try change { recorder in
      switch try LedgerStanding(mark, recorder.db) {
      case .missing, .ledgerBehind, .missingAndEmpty: break
      case .same, .markBehind: throw RecoveryFailures.notNeeded
      }
      var sheets = 0
      var spends: [LedgerSpend] = []
      for sheet in published where try RecoveredRows.insert(sheet, partnership.workspace, &recorder) {
        sheets += 1
        spends += try MemberRows.everybody(recorder.db).flatMap { sheet.spends(of: $0) }
      }
      spends += try LedgerRows.possiblePools(published, mark, on: recorder.day, recorder.db)
      try LedgerRows.append(
        spends, .ledgerRecovered,
        ["publications": .array(published.map { .string($0.publication.description) })],
        "Recovered the ledger: \(sheets) \(sheets == 1 ? "sheet" : "sheets") that this copy did not know, "
          + "\(spends.count) \(spends.count == 1 ? "line" : "lines").", &recorder)
      return LedgerRecovery(sheets: sheets, entries: spends.count)
    }.0
    try writeMark()
    return recovery
  }
}

extension Workspace {
  /// Writes the mark anew where the lead says that neither a sheet nor a contribution ever left, such as after a move
  /// to another computer. The audit trail keeps who said so.
  ///
  /// - Throws: `refused` where the ledger, its mark or a release in this file says otherwise, or nothing is missing.
  public func recoverEmptyLedger() throws(Failure) {
    let mark: LedgerMark?
    do throws(Failure) {
      mark = try LedgerMark.read(beside: path)
    } catch {
      // What cannot be read may have been one.
      throw RecoveryFailures.notEmpty
    }
    _ = try change { recorder in
      switch try LedgerStanding(mark, recorder.db) {
      case .same, .markBehind: throw RecoveryFailures.notNeeded
      case .missing, .ledgerBehind: throw RecoveryFailures.notEmpty
      case .missingAndEmpty: break
      }
      try LedgerRows.append(
        [], .ledgerRecovered, ["publications": .array([])],
        "Started the ledger's mark anew: neither a sheet nor a contribution ever left, it was said.",
        &recorder)
    }
    try writeMark()
  }
}

private enum RecoveryFailures {
  static let notNeeded = Failure(
    .refused, "There is nothing to recover: the ledger is where its mark says.",
    help: "`waymark workspace ledger` shows what it holds.")

  static let notEmpty = ReleaseRule.ledgerMissing.refusal(
    "Something was published from this workspace: its ledger or the mark beside it tells of it.")
}

extension RecoveredRows {
  /// - Returns: whether the workspace did not know it.
  fileprivate static func insert(
    _ published: PublishedSheet, _ workspace: String, _ recorder: inout Recorder
  ) throws -> Bool {
    let sheet = published.sheet
    let identity = ReleaseIdentity(
      workspace: workspace, framework: sheet.framework.id, major: sheet.framework.version.major,
      period: sheet.period, kind: sheet.kind)
    if try ReleaseRows.find(identity, recorder.db)?.payload == published.payload { return false }
    let isKnown = try Bool.fetchOne(
      recorder.db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM recovered WHERE framework = ? AND major = ? AND period = ? AND kind = ?)
          """),
      arguments: ReleaseRows.key(identity))
    if isKnown == true { return false }
    let sequence = try recorder.record(
      .releaseRecovered, "Noted that \(identity.words.dropFirst(4)) was published on \(published.issued).",
      [
        "framework": .string(identity.framework), "major": .int(Int64(identity.major)),
        "period": .string(identity.period.description), "kind": .string(identity.kind.rawValue),
        "publication": .string(published.publication.description),
      ])
    try recorder.db.cachedStatement(
      sql: """
        INSERT INTO recovered (framework, major, period, kind, publication, day, recorded)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: ReleaseRows.key(identity) + [
        published.publication.description, published.issued.description, sequence,
      ])
    return true
  }
}

extension LedgerRows {
  /// Every judgement until today, as if a pool had it.
  fileprivate static func possiblePools(
    _ published: [PublishedSheet], _ mark: LedgerMark?, on day: Day, _ db: Database
  ) throws -> [LedgerSpend] {
    let known = try String.fetchAll(
      db.cachedStatement(sql: "SELECT framework FROM review UNION SELECT framework FROM ledger"))
    let source = LedgerSpend.Source.recovered(publication: Digest(ofText: mark?.text ?? ""))
    let frameworks = Set(known + published.map(\.sheet.framework.id)).sorted()
    return try MemberRows.everybody(db).flatMap { subject in
      frameworks.map {
        LedgerSpend(
          subject: subject, framework: $0, criterion: LedgerSpend.every, use: .pool, period: day.period,
          day: day, epsilon: nil, judgedOn: nil, source: source)
      }
    }
  }
}
