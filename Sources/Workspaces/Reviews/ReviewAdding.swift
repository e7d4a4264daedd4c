import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews
import Sealing

/// What adding members and reviews did.
public struct Additions: Sendable, Equatable {
  /// One for each member, in order.
  public let members: [MemberOutcome]
  /// One for each review, in order.
  public let reviews: [ReviewOutcome]
  /// `nil` where everything was there already.
  public let change: Change?
}

extension Workspace {
  /// Adds members and then reviews, all of them or none.
  ///
  /// A member that is here already is brought up to date. The same review twice changes nothing; one that
  /// says something else on the same occasion becomes a new revision, and the earlier ones stay.
  ///
  /// - Throws: `badData` where a member has no proper id, name or region, a review is of nobody who is a
  ///   member, or says neither when it was made nor for which school year.
  public func add(members: [Member] = [], reviews: [IncomingReview] = []) throws(Failure) -> Additions {
    let (outcomes, change) = try change { recorder in
      let members = try members.map { try MemberAdding.add($0, &recorder) }
      let known = try MemberRows.present(recorder.db)
      let reviews = try reviews.map { try ReviewAdding.add($0, among: known, &recorder) }
      return (members, reviews)
    }
    return Additions(members: outcomes.0, reviews: outcomes.1, change: change)
  }
}

enum ReviewAdding {
  /// - Parameter origin: the review that it was migrated from, where it was.
  static func add(
    _ incoming: IncomingReview, among members: [Member], migrating origin: StoredReview? = nil,
    _ recorder: inout Recorder
  ) throws -> ReviewOutcome {
    let review = incoming.review
    let member = try subject(of: incoming, among: members)
    guard let period = review.period else {
      throw Failure(
        .badData,
        "\(incoming.source.path) says neither on which day nor in which school year the review was made.",
        help: "Write its date, like 2026-01-31, or its period, like 2025-26.")
    }
    let occasion = Occasion(
      framework: review.framework.id.value, major: review.framework.version.value.major, period: period,
      kind: review.kind.value, subject: member.id, date: review.date)
    let content = try ReviewContent.canonicalBytes(of: review)
    let digest = Digest(of: content)
    let before = try ReviewRows.latest(of: occasion, recorder.db)
    if let before, before.digest == digest { return .unchanged(before) }
    let revision = try ReviewRows.nextRevision(of: occasion, recorder.db)
    let id = try (Int64.fetchOne(recorder.db.cachedStatement(sql: "SELECT max(id) FROM review")) ?? 0) + 1
    var detail: JSONValue = [
      "review": .int(id), "framework": .string(occasion.framework),
      "version": .string(review.framework.version.value.description), "period": .string(period.description),
      "kind": .string(occasion.kind.rawValue), "subject": .string(member.id),
      "date": review.date.map { .string($0.description) } ?? .null,
      "status": .string(review.status.rawValue),
      "revision": .int(Int64(revision)), "digest": .string(digest.description),
      "file": .string(incoming.source.path),
    ]
    if let origin, case .object(let members) = detail {
      detail = .object(members + [JSONValue.Member("migrates", .int(origin.id))])
    }
    let sequence = try recorder.record(
      .reviewAdded,
      origin.map { AuditWords.migrated(review, from: $0, of: member, revision: revision) }
        ?? AuditWords.added(review, of: member, period, revision: revision), detail)
    try recorder.db.cachedStatement(
      sql: """
        INSERT INTO review (framework, major, period, kind, subject, day, id, revision, status, version,
          pinned, digest, content, source, file, recorded, live)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """
    ).execute(
      arguments: occasion.arguments + [
        id, revision, review.status.rawValue, review.framework.version.value.description,
        review.framework.digest?.description, digest.description, String(decoding: content, as: UTF8.self),
        Blob.of(incoming.source.bytes), incoming.source.path, sequence,
      ])
    guard let stored = try ReviewRows.latest(of: occasion, recorder.db) else {
      throw Damage(what: "a review that was just added is not there")
    }
    return before == nil ? .added(stored) : .revised(stored)
  }

  private static func subject(of incoming: IncomingReview, among members: [Member]) throws(Failure) -> Member
  {
    let id = incoming.review.subject.id.value
    if let member = members.first(where: { $0.id == id }) { return member }
    let failure = MemberRows.unknown(id, among: members)
    throw Failure(failure.status, "\(incoming.source.path): \(failure.message)", help: failure.help)
  }
}
