import Documents
import GRDB

/// What came after a release was fixed, and waits for the next school year.
enum Waiting {
  static func changes(after release: Release, on day: Day, _ db: Database) throws -> [LeftOut] {
    if case .cancelled = release.state { return [] }
    let identity = release.identity
    let consenting = try ConsentRows.covered(.sheet, release.audience, on: day, db)
    let inside = Dictionary(
      release.cohort.map { ($0.member, $0.review) }, uniquingKeysWith: { first, _ in first })
    let known = Set(release.leftOut.flatMap(\.members))
    var reasons: [LeftOut.Reason] = []
    let counting = try ReviewTables.counting(
      identity.framework, identity.major, identity.period, identity.kind, db)
    for stored in counting {
      if let review = inside[stored.subject] {
        if review != stored.id { reasons.append((.correction, nil, stored.subject, nil)) }
      } else if consenting.contains(stored.subject), !known.contains(stored.subject) {
        reasons.append((.late, nil, stored.subject, nil))
      }
    }
    return LeftOut.gathered(reasons.sorted { $0.rule.rawValue > $1.rule.rawValue })
  }
}
