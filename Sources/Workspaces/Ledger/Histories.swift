import Documents
import GRDB
import Sealing

/// What is known of what a member published elsewhere.
public struct MemberHistory: Sendable, Equatable {
  public let member: String
  public let word: Word
  /// Since when.
  public let day: Day
  /// The workspace or partnership that it came from, where that is known.
  public let origin: String?

  public enum Word: String, Choice {
    /// Nothing of it was published elsewhere.
    case first
    /// A statement told what was.
    case brought
    /// It joined when this partnership had published already, and nobody said where it was before.
    case joined
    /// The list of members says that it was in another partnership.
    case moved
    /// It goes on from another member of this partnership.
    case followed
    /// A statement was written for it, so that it may be part of releases elsewhere.
    case left

    public var meaning: String {
      switch self {
      case .first: "nothing of it was published elsewhere"
      case .brought: "what was published of it elsewhere is entered here"
      case .joined: "it joined later, and nobody said yet what was published of it before"
      case .moved: "it came from another partnership, whose statement was not read yet"
      case .followed: "it goes on from another member of this partnership"
      case .left: "a statement was written for it, to be part of releases elsewhere"
      }
    }

    /// Whether its own past is known; that of the schools before it is another matter.
    var isSettled: Bool { self == .first || self == .brought || self == .followed }
  }

  /// The first day on which it may be part of a release again; `nil` where it may already.
  public func unsettledUntil(on day: Day) -> Day? {
    if word.isSettled { return nil }
    // One that left goes on being told of elsewhere, for as long as nobody says otherwise.
    let since = word == .left ? max(self.day, day) : self.day
    let end = since.adding(Interval(LedgerCap.yearsUnsettled, .years))
    return end > day ? end : nil
  }
}

extension MemberHistory {
  fileprivate init(_ row: Row) throws {
    self.init(
      member: try row.text("member"), word: try row.word("word"), day: try row.day("day"),
      origin: try row.optionalText("origin"))
  }
}

/// The table of histories.
enum Histories {
  /// The latest word on each member that has one.
  static func standing(_ db: Database) throws -> [String: MemberHistory] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM history WHERE undone IS NULL ORDER BY id"))
    return Dictionary(
      try rows.map {
        let history = try MemberHistory($0)
        return (history.member, history)
      }, uniquingKeysWith: { $1 })
  }

  /// The latest stay elsewhere that is on record, where what was published then is not known; `nil` where it is, or where it was
  /// so long ago that nothing counts any more. Whatever was noted since without naming a partnership changes nothing.
  static func openStay(of member: String, on day: Day, _ db: Database) throws -> MemberHistory? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM history WHERE undone IS NULL AND member = ? AND origin IS NOT NULL ORDER BY id DESC LIMIT 1
          """),
      arguments: [member])
    let stay = try rows.first.map(MemberHistory.init)
    return stay.flatMap { $0.unsettledUntil(on: day) == nil ? nil : $0 }
  }

  /// - Parameter statement: the digest of the statement that was read or written.
  static func note(_ history: MemberHistory, statement: Digest? = nil, _ recorder: inout Recorder) throws {
    let label = try MemberRows.find(history.member, recorder.db)?.member.label ?? history.member
    let id = try (Int64.fetchOne(recorder.db.cachedStatement(sql: "SELECT max(id) FROM history")) ?? 0) + 1
    let sequence = try recorder.record(
      .historyNoted, AuditWords.noted(history, of: label),
      [
        "history": .int(id), "member": .string(history.member), "word": .string(history.word.rawValue),
        "day": .string(history.day.description), "origin": history.origin.map { .string($0) } ?? .null,
        "statement": statement.map { .string($0.description) } ?? .null,
      ])
    try recorder.db.cachedStatement(
      sql: """
        INSERT INTO history (id, member, word, day, origin, statement, recorded) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, history.member, history.word.rawValue, history.day.description, history.origin,
      statement?.description, sequence,
    ])
  }

  /// A member came, or came back: once something was released, nobody has no past. A stay elsewhere that is still open is not
  /// forgotten.
  static func noteArrival(of member: String, from origin: String?, _ recorder: inout Recorder) throws {
    if let origin = try origin ?? openStay(of: member, on: recorder.day, recorder.db)?.origin {
      try note(MemberHistory(member: member, word: .moved, day: recorder.day, origin: origin), &recorder)
    } else if try hasReleases(recorder.db) {
      try note(MemberHistory(member: member, word: .joined, day: recorder.day, origin: nil), &recorder)
    }
  }

  /// A list says of a member that is here where it came from; the same list again says nothing new.
  ///
  /// - Returns: whether that was new.
  @discardableResult
  static func noteMove(of member: String, from origin: String?, _ recorder: inout Recorder) throws -> Bool {
    guard let origin else { return false }
    // It may have come, left again with a statement, and come back from the same place.
    let last = try Row.fetchOne(
      recorder.db.cachedStatement(
        sql: """
          SELECT * FROM history WHERE undone IS NULL AND member = ? AND word IN ('moved', 'left')
            ORDER BY id DESC LIMIT 1
          """),
      arguments: [member]
    ).map(MemberHistory.init)
    if last?.word == .moved, last?.origin == origin { return false }
    try note(MemberHistory(member: member, word: .moved, day: recorder.day, origin: origin), &recorder)
    return true
  }

  /// The first day on which a school, with all that came before it, may be part of a release; `nil` where it may
  /// already.
  static func unsettledUntil(
    _ member: String, on day: Day, _ histories: [String: MemberHistory], _ lines: Lines
  ) -> Day? {
    lines.line(of: member).compactMap { histories[$0]?.unsettledUntil(on: day) }.max()
  }

  static func unsettled(_ members: [Member], on day: Day, _ db: Database) throws -> [LedgerOverview.Unsettled]
  {
    let (lines, histories) = (try Lines(db), try standing(db))
    return members.compactMap { member in
      unsettledUntil(member.id, on: day, histories, lines).map {
        LedgerOverview.Unsettled(member: member, until: $0)
      }
    }
  }

  /// Whether anything was released: from then on, nobody joins without a past.
  static func hasReleases(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM release) OR EXISTS (SELECT 1 FROM contribution)
            OR EXISTS (SELECT 1 FROM ledger WHERE workspace IS NULL)
          """)) ?? false
  }
}
