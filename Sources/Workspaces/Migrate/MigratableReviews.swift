import Diagnostics
import Frameworks
import GRDB
import Reviews

/// A review of the workspace that may be migrated, or the reason why it is left alone.
public struct MigratableReview: Sendable {
  public let stored: StoredReview
  public let review: Review
  /// `nil` where it may be migrated.
  public let leftAlone: LeftReview.Why?

  /// As people tell reviews apart: `hill-school, self, 2025-26 (spp@1.0.0, revision 2)`.
  public var name: String {
    let day = stored.date.map { ", \($0)" } ?? ""
    return "\(stored.subject), \(stored.kind.rawValue), \(stored.period)\(day) "
      + "(\(stored.reference), revision \(stored.revision))"
  }
}

extension Workspace {
  /// The latest revision of every review that could be migrated to a framework; those that are made against it already
  /// are not among them.
  ///
  /// - Parameters:
  ///   - source: only reviews made against this one; without it, all of the same framework.
  ///   - takesAgreed: whether agreed reviews may be migrated.
  public func migratable(
    to target: FrameworkIdentity, from source: FrameworkIdentity?, takesAgreed: Bool
  ) throws(Failure) -> [MigratableReview] {
    try read { db in
      let lines = try MigrationLines(db)
      return try lines.latest.filter { stored in
        let isSource =
          source.map { $0.id == stored.framework && $0.version == stored.version }
          ?? (stored.framework == target.id)
        return isSource && !(stored.framework == target.id && stored.version == target.version)
      }.map { stored in
        let why: LeftReview.Why? =
          stored.status == .agreed && !takesAgreed ? .agreed : lines.obstacle(for: stored, to: target)
        let content = try ReviewRows.content(of: stored.id, db).content
        return MigratableReview(
          stored: stored, review: try ReviewContent.read(content, name: "review \(stored.id)"), leftAlone: why
        )
      }
    }
  }
}

/// Which review was migrated from which.
struct MigrationLines {
  /// The latest revision of every occasion, of members that are here.
  let latest: [StoredReview]
  private let byOccasion: [Occasion: StoredReview]
  /// For a migrated review the one that it was made from, by their ids.
  private let origins: [Int64: Int64]
  private let standing: [Int64: StoredReview]

  init(_ db: Database) throws {
    let present = Set(try MemberRows.present(db).map(\.id))
    let all = try ReviewRows.standing(db)
    // Revisions of an occasion stand in order.
    byOccasion = Dictionary(all.map { (Occasion($0), $0) }, uniquingKeysWith: { _, later in later })
    latest = all.filter { [byOccasion] in
      byOccasion[Occasion($0)]?.id == $0.id && present.contains($0.subject)
    }
    standing = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var origins: [Int64: Int64] = [:]
    for row in try Row.fetchAll(db, sql: Self.query, arguments: [AuditAction.reviewAdded.rawValue]) {
      let detail = try AuditEntry(row).detail
      if let review = detail["review"]?.asInt, let origin = detail["migrates"]?.asInt {
        origins[review] = origin
      }
    }
    self.origins = origins
  }

  static let query =
    "SELECT * FROM audit WHERE action = ? AND detail LIKE '%\"migrates\":%' ORDER BY sequence"

  /// Why a review cannot be migrated; `nil` where it can.
  func obstacle(for review: StoredReview, to target: FrameworkIdentity) -> LeftReview.Why? {
    guard byOccasion[Occasion(review)]?.id == review.id else { return .other("it was changed since") }
    let isThere = standing.values.contains { other in
      origins[other.id] == review.id && other.framework == target.id && other.version == target.version
    }
    if isThere { return .other("migrated already") }
    var occasion = Occasion(review)
    occasion = Occasion(
      framework: target.id, major: target.version.major, period: occasion.period, kind: occasion.kind,
      subject: occasion.subject, date: occasion.date)
    guard occasion != Occasion(review), let there = byOccasion[occasion] else { return nil }
    // What it came from may have a new revision; anything else is somebody's own work.
    let ancestors = standing.values.filter { Occasion($0) == Occasion(review) }.compactMap { origins[$0.id] }
    if ancestors.contains(there.id) { return nil }
    return .other("there is a review of the same occasion against \(there.reference) already")
  }
}

extension Occasion {
  init(_ review: StoredReview) {
    self.init(
      framework: review.framework, major: review.version.major, period: review.period, kind: review.kind,
      subject: review.subject, date: review.date)
  }
}
