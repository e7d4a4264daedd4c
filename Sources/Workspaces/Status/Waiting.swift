import Diagnostics
import Documents
import GRDB

/// What came after a release or a contribution was fixed: it stays as it was, and the next school year's takes this in.
enum Waiting {
  static func changes(after release: Release, on day: Day, _ db: Database) throws -> [LeftOut] {
    if case .cancelled = release.state { return [] }
    return try changes(
      release.identity, release.cohort, release.leftOut, .sheet, release.audience, on: day, db)
  }

  static func changes(after contribution: Contribution, on day: Day, _ db: Database) throws -> [LeftOut] {
    if case .cancelled = contribution.state { return [] }
    return try changes(
      contribution.identity, contribution.cohort, contribution.leftOut, .pool, Consent.everyone, on: day, db)
  }

  private static func changes(
    _ identity: ReleaseIdentity, _ cohort: [Release.CohortMember], _ leftOut: [LeftOut],
    _ purpose: Consent.Purpose, _ audience: String, on day: Day, _ db: Database
  ) throws -> [LeftOut] {
    let consenting = try ConsentRows.covered(purpose, audience, on: day, db)
    let inside = Dictionary(cohort.map { ($0.member, $0.review) }, uniquingKeysWith: { first, _ in first })
    let known = Set(leftOut.flatMap(\.members))
    let lines = try Lines(db)
    let histories = try Histories.standing(db)
    var late: [LeftOut.Reason] = []
    var corrected: [LeftOut.Reason] = []
    let counting = try ReviewTables.counting(
      identity.framework, identity.major, identity.period, identity.kind, db)
    for stored in counting {
      let id = stored.subject
      if let review = inside[id] {
        if review != stored.id { corrected.append((.correction, nil, id, nil)) }
      } else if consenting.contains(id), !known.contains(id) {
        late.append((.late, nil, id, nil))
        if let until = Histories.unsettledUntil(id, on: day, histories, lines) {
          late.append((.history, nil, id, until))
        }
      }
    }
    let coverage = try Coverage(purpose, audience, on: nil, db)
    let withdrawn = cohort.filter { !coverage.holds($0.member) }
    return LeftOut.gathered(
      late.filter { $0.rule == .late } + corrected
        + withdrawn.map { (.withdrawn, nil, $0.member, nil) } + late.filter { $0.rule == .history })
  }
}

extension Workspace {
  /// What came after a release was fixed, and is not part of it.
  public func waiting(after release: Release, on day: Day) throws(Failure) -> [LeftOut] {
    try read { try Waiting.changes(after: release, on: day, $0) }
  }

  /// What came after a contribution was fixed, and is not part of it.
  public func waiting(after contribution: Contribution, on day: Day) throws(Failure) -> [LeftOut] {
    try read { try Waiting.changes(after: contribution, on: day, $0) }
  }
}
