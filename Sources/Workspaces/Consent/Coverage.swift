import Documents
import GRDB

/// Whose consent covers a purpose and an audience. A school that went on under another id, or in a merger, is spoken
/// for by what it became.
struct Coverage {
  private let consenting: Set<String>
  private let lines: Lines

  /// - Parameter day: on which it must hold; `nil` for consent that was neither withdrawn nor replaced, whatever its
  ///   days.
  init(_ purpose: Consent.Purpose, _ audience: String, on day: Day?, _ db: Database) throws {
    consenting =
      try day.map { try ConsentRows.covered(purpose, audience, on: $0, db) }
      ?? ConsentRows.standing(purpose, audience, db)
    lines = try Lines(db)
  }

  /// Whether all that a cohort's member became consents.
  func holds(_ member: String) -> Bool { lines.heads(of: member).allSatisfy { consenting.contains($0) } }
}
