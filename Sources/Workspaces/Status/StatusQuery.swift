import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews

extension Workspace {
  /// Who is there, who is missing, and who consents, on a day.
  public func status(on day: Day) throws(Failure) -> WorkspaceStatus {
    try read { db in
      let members = try MemberRows.present(db)
      let releases = try ReleaseRows.all(db)
      var waiting: [ReleaseIdentity: [LeftOut]] = [:]
      for release in releases {
        waiting[release.identity] = try Waiting.changes(after: release, on: day, db)
      }
      var status = WorkspaceStatus(
        partnership: try Partnership.read(db), day: day, members: try members.map { try member($0, day, db) },
        occasions: try StatusQuery.occasions(members, db), releases: releases, waiting: waiting)
      status.contributions = try ContributionRows.all(db)
      for contribution in status.contributions {
        status.waitingPools[contribution.identity] = try Waiting.changes(after: contribution, on: day, db)
      }
      status.unsettled = try Histories.unsettled(members, on: day, db)
      return status
    }
  }

  private func member(_ member: Member, _ day: Day, _ db: Database) throws -> MemberStatus {
    let standing = try ConsentRows.standing(of: member.id, nil, nil, db)
    return MemberStatus(
      member: member, consents: standing.filter { $0.isInForce(on: day) },
      otherConsents: standing.filter { !$0.isInForce(on: day) })
  }
}

enum StatusQuery {
  /// Answered from the index alone, so that the reviews' contents are not read.
  static let query = """
    SELECT framework, major, period, kind, subject, day, status FROM review WHERE live = 1
    ORDER BY framework, major, period, kind, subject, day DESC, id DESC
    """

  private struct Key: Hashable {
    let framework: String
    let major: Int
    let period: Period
    let kind: ReviewKind
  }

  static func occasions(_ members: [Member], _ db: Database) throws -> [ReviewOccasion] {
    var order: [Key] = []
    var states: [Key: [String: ReviewOccasion.State]] = [:]
    let cursor = try Row.fetchCursor(db, sql: query)
    while let row = try cursor.next() {
      let key = Key(
        framework: try row.text("framework"), major: Int(try row.number("major")),
        period: try row.period("period"),
        kind: try row.word("kind"))
      if order.last != key { order.append(key) }
      let subject = try row.text("subject")
      let state = states[key]?[subject]
      states[key, default: [:]][subject] = try next(state, row.word("status"), row.optionalDay("day"))
    }
    return order.map { key in
      ReviewOccasion(
        framework: key.framework, major: key.major, period: key.period, kind: key.kind,
        standings: members.compactMap { member in
          if let state = states[key]?[member.id] {
            return ReviewOccasion.Standing(member: member, state: state)
          }
          if let joined = member.joined, joined.period > key.period { return nil }
          return ReviewOccasion.Standing(member: member, state: .missing)
        })
    }
  }

  /// Rows come newest first: the first agreed one counts, and a draft before it is newer.
  private static func next(
    _ state: ReviewOccasion.State?, _ status: Review.Status, _ day: Day?
  ) -> ReviewOccasion.State {
    switch (state, status) {
    case (nil, .agreed): .agreed(day)
    case (nil, .draft): .draft(day)
    case (.draft, .agreed): .agreedWithNewerDraft(day)
    case (.some(let state), _): state
    }
  }
}
