import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// What is known of members' past elsewhere; nothing of those who were here before the first release.
  public func histories() throws(Failure) -> [MemberHistory] {
    try read { try Histories.standing($0).values.sorted { $0.member < $1.member } }
  }

  /// The first day on which a member may be part of a release; `nil` where it may already.
  public func unsettledUntil(_ member: String, on day: Day) throws(Failure) -> Day? {
    try read { db in
      Histories.unsettledUntil(member, on: day, try Histories.standing(db), try Lines(db))
    }
  }

  /// Records that nothing of a member was ever published elsewhere.
  ///
  /// - Throws: `refused` by rule `history` where a list of members or a statement says that it was elsewhere, and what was
  ///   published of it there is not known: leaving and coming back does not change that.
  public func settleAsFirst(_ member: String, on day: Day) throws(Failure) -> Change? {
    try change { recorder in
      let member = try MemberRows.known(member, recorder.db)
      if try Histories.standing(recorder.db)[member.id]?.word == .first { return }
      if let stay = try Histories.openStay(of: member.id, on: day, recorder.db), let origin = stay.origin {
        throw ReleaseRule.history.refusal(
          "\(member.label) was in “\(origin)” before, and what was published of it there is not known.",
          help:
            "Ask “\(origin)” for its statement, or leave the school out of releases for five years. If it never was there, "
            + "take back the change that says so: `waymark workspace list audit` shows its number for `waymark workspace undo`."
        )
      }
      try Histories.note(
        MemberHistory(member: member.id, word: .first, day: day, origin: nil), &recorder)
    }.1
  }

  /// Enters what the statement of a member's old partnership holds. The same statement again enters nothing twice.
  ///
  /// - Parameters:
  ///   - file: as ``statement(of:signedBy:on:)`` gave it.
  ///   - name: what the person calls the file.
  ///   - signers: whose signature is trusted; `nil` where nobody said, and any key is taken.
  /// - Returns: the statement, and how many entries are new.
  /// - Throws: `badData` where it is no statement or was changed, `refused` where it is of another school or of this
  ///   very workspace, or where the ledger is missing or older than the last release.
  public func settle(
    _ member: String, with file: [UInt8], named name: String? = nil, signers: [VerifyingKey]? = nil,
    on day: Day
  ) throws(Failure) -> (statement: LedgerStatement, added: Int) {
    let statement = try StatementFile.decode(file, name: name)
    if let signers, !signers.contains(where: { $0.text == statement.key }) {
      throw ReleaseRule.history.refusal(
        "The statement is signed with \(statement.key), and that is not the key that was named.",
        help:
          "Ask the old partnership for its public key in another way than the statement came, and compare.")
    }
    return try spending { recorder in
      let member = try MemberRows.known(member, recorder.db)
      try Bringing.check(statement, member, partnership, on: day, recorder.db)
      let added = try Bringing.enter(statement, as: member, partnership.workspace, &recorder)
      try Bringing.link(statement, as: member, partnership.workspace, &recorder)
      // Where the old partnership did not know its past either, nobody does.
      let word = statement.unsettledSince == nil ? MemberHistory.Word.brought : .joined
      try Histories.note(
        MemberHistory(
          member: member.id, word: word, day: statement.unsettledSince ?? day, origin: statement.partnership),
        statement: Digest(of: file), &recorder)
      return (statement, added)
    }
  }
}

private enum Bringing {
  static func check(
    _ statement: LedgerStatement, _ member: Member, _ partnership: Partnership, on day: Day, _ db: Database
  ) throws {
    if statement.workspace == partnership.workspace {
      throw ReleaseRule.history.refusal(
        "This statement was written by this very workspace; it says nothing of the time elsewhere.",
        help: "Ask the partnership in which the school was meanwhile for a statement.")
    }
    if statement.subject != member.id {
      throw ReleaseRule.history.refusal(
        "The statement is of the school \(statement.subject), not of \(member.label).",
        help:
          "Add the school under the id that it had, read the statement for it, and give it its new id with "
          + "`waymark workspace rename`.")
    }
    if let stay = try Histories.openStay(of: member.id, on: day, db), stay.word == .moved,
      let origin = stay.origin,
      origin != statement.partnership, origin != statement.workspace
    {
      throw ReleaseRule.history.refusal(
        "\(member.label) came from “\(origin)”, says the list of members; the statement is of “\(statement.partnership)”.",
        help: "Ask “\(origin)” for its statement, or correct `moved-from` in the list and add it again.")
    }
  }

  /// A school's name in this workspace; the statement's own school is the member.
  private static func name(
    _ everywhere: String, _ statement: LedgerStatement, _ member: Member, _ workspace: String
  ) -> String {
    let own = LedgerStatement.everywhere(statement.subject, in: statement.workspace)
    return everywhere == own ? member.id : LedgerStatement.here(everywhere, in: workspace)
  }

  static func enter(
    _ statement: LedgerStatement, as member: Member, _ workspace: String, _ recorder: inout Recorder
  ) throws -> Int {
    var new: [LedgerSpend] = []
    for entry in statement.entries {
      if try known(entry, workspace, recorder.db) != nil { continue }
      let subject = name(entry.spend.subject, statement, member, workspace)
      new.append(entry.spend.told(of: subject, by: entry.spend.source))
    }
    if !new.isEmpty {
      try LedgerRows.append(
        new, .ledgerSpent, ["statement": .string(statement.workspace)],
        "Entered in the ledger what was told of \(member.label) in \(statement.partnership): \(new.count) "
          + "\(new.count == 1 ? "line" : "lines").", &recorder)
    }
    return new.count
  }

  /// Under which name an entry stands here already. A number alone does not say: a ledger that was lost and recovered
  /// counts on from an earlier one.
  private static func known(
    _ entry: LedgerStatement.Entry, _ workspace: String, _ db: Database
  ) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT subject FROM ledger
        WHERE ((?1 = ?3 AND number = ?2) OR (workspace = ?1 AND place = ?2)) AND framework = ?4
          AND criterion = ?5 AND use = ?6 AND period = ?7 AND day = ?8 AND epsilon IS ?9 AND judged_on IS ?10
        """,
      arguments: [
        entry.workspace, entry.number, workspace, entry.spend.framework, entry.spend.criterion,
        entry.spend.use.rawValue, entry.spend.period.description, entry.spend.day.description,
        entry.spend.epsilon?.description, entry.spend.judgedOn?.description,
      ])
  }

  /// Which school came before which, says the statement, under their names here; and where a school is known here under
  /// another name, that it is the same.
  private static func links(
    _ statement: LedgerStatement, _ member: Member, _ workspace: String, _ db: Database
  ) throws -> [LedgerStatement.Link] {
    var links = statement.links.map {
      LedgerStatement.Link(
        successor: name($0.successor, statement, member, workspace),
        predecessor: name($0.predecessor, statement, member, workspace))
    }
    for entry in statement.entries {
      guard let subject = try known(entry, workspace, db) else { continue }
      links.append(
        LedgerStatement.Link(
          successor: name(entry.spend.subject, statement, member, workspace), predecessor: subject))
    }
    return links
  }

  static func link(
    _ statement: LedgerStatement, as member: Member, _ workspace: String, _ recorder: inout Recorder
  ) throws {
    let count = try LedgerChain(recorder.db).count
    for link in try links(statement, member, workspace, recorder.db) {
      let (successor, predecessor) = (link.successor, link.predecessor)
      let lines = try Lines(recorder.db)
      if lines.line(of: successor).contains(predecessor) { continue }
      // A member that came before itself elsewhere has its whole line here already.
      if lines.line(of: predecessor).contains(successor) { continue }
      let id = try (Int64.fetchOne(recorder.db, sql: "SELECT max(id) FROM predecessor") ?? 0) + 1
      let sequence = try recorder.record(
        .memberSucceeded, "\(member.label) went on from \(predecessor), says the statement.",
        [
          "link": .int(id), "successor": .string(successor), "predecessor": .string(predecessor),
          "day": .string(recorder.day.description), "ledger": .int(count),
        ])
      try LinkRows.insert(id, successor, predecessor, recorder.day, sequence, recorder.db)
    }
  }
}
