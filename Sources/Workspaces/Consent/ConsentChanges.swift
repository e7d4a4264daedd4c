import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// Every consent that was ever given and not undone, oldest first; also those that ended.
  ///
  /// - Parameter member: only this member's.
  public func consents(of member: String? = nil) throws(Failure) -> [Consent] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM consent WHERE undone IS NULL AND (?1 IS NULL OR member = ?1) ORDER BY id"),
        arguments: [member]
      ).map { try Consent($0) }
    }
  }

  /// Records that members consent. One that holds already, for the same purpose and audience, is replaced
  /// where the terms differ; the same terms again change nothing.
  ///
  /// - Parameters:
  ///   - from: the first day.
  ///   - until: the last day; `nil` until it is withdrawn.
  ///   - day: today.
  public func giveConsent(
    _ members: [String], to purpose: Consent.Purpose, with audience: String = Consent.everyone, from: Day,
    until: Day? = nil, on day: Day
  ) throws(Failure) -> Change? {
    if let until, until < from {
      throw Failure(.badData, "The consent would end on \(until), before it starts on \(from).")
    }
    if let until, until < day {
      throw Failure(.badData, "The consent would have ended on \(until), before today.")
    }
    guard SlugRule.isSlug(audience) else {
      throw Failure(
        .badData, "“\(audience)” does not name an audience.",
        help: "Use “\(Consent.everyone)”, or a word in lower-case letters, digits and hyphens.")
    }
    return try change { recorder in
      for id in members {
        let member = try MemberRows.known(id, recorder.db)
        try ConsentRows.give(member, purpose, audience, from, until, on: day, &recorder)
      }
    }.1
  }

  /// Records that members withdraw their consent. A release that one of them is part of, and that is not
  /// signed yet, is cancelled for good.
  ///
  /// - Parameters:
  ///   - purpose: only the consent to this; `nil` for all.
  ///   - audience: only the consent for this one; `nil` for all.
  /// - Returns: `nil` where none of them had given any.
  public func withdrawConsent(
    _ members: [String], to purpose: Consent.Purpose?, with audience: String? = nil, on day: Day
  ) throws(Failure) -> Change? {
    try change { recorder in
      for id in members {
        let member = try MemberRows.known(id, recorder.db)
        try ConsentRows.end(of: member, purpose, audience, on: day, &recorder)
      }
      try Cancelling.cancelUncovered(&recorder)
    }.1
  }
}
