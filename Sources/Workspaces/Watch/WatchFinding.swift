import Diagnostics
import GRDB

/// Finds the entry that somebody means.
enum WatchFinding {
  /// A member and its time on a list now.
  ///
  /// - Throws: `badData` where there is no such member, `refused` where it is not on the list (any more).
  static func watched(_ id: String, _ list: DeclaredWatchList, _ db: Database) throws -> (Member, WatchEntry)
  {
    let member = try MemberRows.known(id, db)
    let (framework, name) = (list.rubric.id, list.list.id.value)
    if let entry = try WatchRows.open(member.id, framework, name, db) { return (member, entry) }
    let title = list.list.title
    let last = try WatchRows.entries(framework, name, db).last { $0.member == member.id }
    if let last, let ended = last.endedOn {
      throw Failure(
        .refused, "\(member.label) left “\(title)” on \(ended).",
        help: "`waymark watch open \(member.id) --list \(name)` puts it on the list again.")
    }
    throw Failure(
      .refused, "\(member.label) is not on “\(title)”.",
      help: "`waymark watch open \(member.id) --list \(name)` puts it there.")
  }
}
