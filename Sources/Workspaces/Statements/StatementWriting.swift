import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// Writes down what the ledger holds of a school and of all that came before it, for the partnership to which it
  /// moves. From then on the school is part of no release here, until its history is settled again: it may be part of
  /// some there.
  ///
  /// - Parameter member: also one that left.
  /// - Returns: the statement's file.
  /// - Throws: `badData` where nobody of that id was ever a member, `refused` where the ledger is missing or older than
  ///   the last release.
  public func statement(of member: String, signedBy key: SigningKey, on day: Day) throws(Failure) -> [UInt8] {
    try spending { recorder in
      guard try MemberRows.find(member, recorder.db) != nil else {
        throw MemberRows.unknown(member, among: try MemberRows.present(recorder.db))
      }
      let statement = try StatementWriting.make(
        member, of: partnership, key: key.verifyingKey.text, on: day, recorder.db)
      let file = try StatementFile.encode(statement, by: key)
      let digest = Digest(of: file)
      try recorder.record(
        .statementWritten, "Wrote a statement of what the ledger holds of \(member).",
        ["member": .string(member), "statement": .string(digest.description)])
      try Histories.note(
        MemberHistory(member: member, word: .left, day: day, origin: nil), statement: digest, &recorder)
      return file
    }
  }
}

private enum StatementWriting {
  static func make(
    _ member: String, of partnership: Partnership, key: String, on day: Day, _ db: Database
  ) throws -> LedgerStatement {
    let workspace = partnership.workspace
    let lines = try Lines(db)
    let line = lines.line(of: member)
    let histories = try Histories.standing(db)
    let unsettled = line.compactMap { histories[$0] }.filter { $0.unsettledUntil(on: day) != nil }
    let links = line.sorted().flatMap { successor in
      lines.predecessors(of: successor).sorted().map {
        LedgerStatement.Link(
          successor: LedgerStatement.everywhere(successor, in: workspace),
          predecessor: LedgerStatement.everywhere($0, in: workspace))
      }
    }
    let entries = try LedgerRows.all(db).filter { line.contains($0.spend.subject) }.map { entry in
      var place = (workspace: workspace, number: entry.number)
      if case .brought(let origin, let number) = entry.spend.source { place = (origin, number) }
      return LedgerStatement.Entry(
        workspace: place.workspace, number: place.number,
        spend: entry.spend.told(
          of: LedgerStatement.everywhere(entry.spend.subject, in: workspace),
          by: .brought(workspace: place.workspace, number: place.number)))
    }
    return LedgerStatement(
      workspace: workspace, partnership: partnership.slug, subject: member, day: day, key: key,
      unsettledSince: unsettled.map(\.day).max(), links: links,
      entries: entries.sorted { ($0.workspace, $0.number) < ($1.workspace, $1.number) })
  }
}

extension LedgerSpend {
  /// The same of a subject under another name, from another source.
  func told(of subject: String, by source: Source) -> LedgerSpend {
    LedgerSpend(
      subject: subject, framework: framework, criterion: criterion, use: use, period: period, day: day,
      epsilon: epsilon, judgedOn: judgedOn, source: source)
  }
}
