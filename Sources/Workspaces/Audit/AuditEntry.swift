import GRDB
import Sealing

/// One line of the audit trail: who did what and when.
public struct AuditEntry: Sendable, Equatable {
  /// Counted from 1 without gaps.
  public let sequence: Int64
  /// The change that it belongs to: what one command did, and what is undone as one.
  public let change: Int64
  /// In UTC and to the second.
  public let at: String
  public let who: String
  public let action: AuditAction
  /// What was done, in plain words.
  public let words: String
  /// What was done, for programs.
  public let detail: JSONValue
  /// The entry that this one takes back.
  public let undoes: Int64?
  /// The digest of the entry before; for the first, one made from the workspace's id.
  public let previous: Digest
  /// Of everything above, ``previous`` too.
  public let digest: Digest
}

/// What one command did.
public struct Change: Sendable, Equatable {
  /// By which `undo` names it.
  public let number: Int64
  public let entries: [AuditEntry]
}

/// The kinds of entries.
public enum AuditAction: String, Sendable, CaseIterable {
  case started
  case memberAdded = "member-added"
  case memberChanged = "member-changed"
  case memberRemoved = "member-removed"
  case reviewAdded = "review-added"
  case reviewErased = "review-erased"
  case consentGiven = "consent-given"
  case consentWithdrawn = "consent-withdrawn"
  case releaseFixed = "release-fixed"
  case releaseCancelled = "release-cancelled"
  case releaseSigned = "release-signed"
  case contributionFixed = "contribution-fixed"
  case contributionCancelled = "contribution-cancelled"
  case contributionHandedOver = "contribution-handed-over"
  case ledgerSpent = "ledger-spent"
  case ledgerRecovered = "ledger-recovered"
  case releaseRecovered = "release-recovered"
  case historyNoted = "history-noted"
  case statementWritten = "statement-written"
  case memberSucceeded = "member-succeeded"
  case watchOpened = "watch-opened"
  case watchReported = "watch-reported"
  case watchAgreed = "watch-agreed"
  case watchWithdrawn = "watch-withdrawn"
  case watchClosed = "watch-closed"
  case watchErased = "watch-erased"
  case undone
}

extension AuditEntry {
  init(_ row: Row) throws {
    sequence = try row.number("sequence")
    change = try row.number("change")
    at = try row.text("at")
    who = try row.text("who")
    action = try row.word("action")
    words = try row.text("words")
    let text = try row.text("detail")
    guard let detail = try? JSONValue(parsing: Array(text.utf8)) else {
      throw Damage(what: "entry \(sequence) of the audit trail cannot be read")
    }
    self.detail = detail
    undoes = try row.optionalNumber("undoes")
    previous = try row.digest("previous")
    digest = try row.digest("digest")
  }

  /// The digest that an entry with this content has.
  static func digest(
    sequence: Int64, change: Int64, at: String, who: String, action: AuditAction, words: String,
    detail: JSONValue,
    undoes: Int64?, previous: Digest
  ) throws -> Digest {
    let value: JSONValue = [
      "sequence": .int(sequence), "change": .int(change), "at": .string(at), "who": .string(who),
      "action": .string(action.rawValue), "words": .string(words), "detail": detail,
      "undoes": undoes.map { .int($0) } ?? .null, "previous": .string(previous.description),
    ]
    return Digest(of: try value.canonicalBytes())
  }

  /// The digest that its content has; another one than ``digest`` where somebody changed it.
  func digestOfContent() throws -> Digest {
    try Self.digest(
      sequence: sequence, change: change, at: at, who: who, action: action, words: words, detail: detail,
      undoes: undoes, previous: previous)
  }

  /// What stands before the first entry, so that a trail belongs to its workspace.
  static func beginning(of workspace: String) -> Digest { Digest(ofText: "waymark workspace \(workspace)\n") }
}
