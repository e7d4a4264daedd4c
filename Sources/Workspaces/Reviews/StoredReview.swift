import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews
import Sealing

/// One revision of a review, as the workspace keeps it.
public struct StoredReview: Sendable, Equatable {
  public let id: Int64
  public let framework: String
  public let version: SemanticVersion
  /// The digest of the framework's content, where the review names it.
  public let frameworkDigest: Digest?
  public let period: Period
  public let kind: ReviewKind
  /// A member's id.
  public let subject: String
  public let date: Day?
  public let status: Review.Status
  /// Counted from 1 for the same subject, kind, framework, major version, period and date.
  public let revision: Int
  /// Of what the review says; layout and comments of its file do not change it.
  public let digest: Digest
  /// The file that it came from, as it was named.
  public let file: String
  /// When it was added, in UTC.
  public let addedAt: String
  public let addedBy: String

  /// As citations name the framework: `emtss@1.0.0`.
  public var reference: String { "\(framework)@\(version)" }
}

/// A stored review and what it says.
public struct CountedReview: Sendable, Equatable {
  public let stored: StoredReview
  public let review: Review
}

/// A review that is to be added, and the file that it was read from.
public struct IncomingReview: Sendable {
  public let review: Review
  public let source: SourceFile

  /// - Parameter review: as `ReviewFile.read` gave it, and held against its framework with `ReviewChecks`.
  public init(_ review: Review, from source: SourceFile) { (self.review, self.source) = (review, source) }
}

/// What adding a review did.
public enum ReviewOutcome: Sendable, Equatable {
  case added(StoredReview)
  /// There was one of the same occasion; this is its new revision.
  case revised(StoredReview)
  /// The latest revision says the same.
  case unchanged(StoredReview)

  public var stored: StoredReview {
    switch self {
    case .added(let stored), .revised(let stored), .unchanged(let stored): stored
    }
  }
}

extension StoredReview {
  /// - Parameter row: of the review with the audit entry that recorded it.
  init(_ row: Row) throws {
    id = try row.number("id")
    framework = try row.text("framework")
    version = try row.version("version")
    frameworkDigest = try row.optionalDigest("pinned")
    period = try row.period("period")
    kind = try row.word("kind")
    subject = try row.text("subject")
    date = try row.optionalDay("day")
    status = try row.word("status")
    revision = Int(try row.number("revision"))
    digest = try row.digest("digest")
    file = try row.text("file")
    addedAt = try row.text("at")
    addedBy = try row.text("who")
  }
}
