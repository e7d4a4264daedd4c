import Diagnostics
import GRDB
import Sealing

/// Takes back what was done to members.
enum MemberUndoing {
  static func undoAdding(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    let (member, isPresent) = try state(entry, db)
    guard isPresent else { throw Undoing.refused(entry, "The member was removed since.") }
    let reviews = try ReviewRows.standing(of: member.id, db)
    let consents = try ConsentRows.standing(of: member.id, nil, nil, db)
    if !reviews.isEmpty || !consents.isEmpty {
      throw Undoing.refused(
        entry,
        "It has reviews (\(reviews.count)) or consent (\(consents.count)) by now: remove the member instead.")
    }
    if try !WatchRows.standing(of: member.id, db).isEmpty {
      throw Undoing.refused(entry, "It was put on a watch list by now: remove the member instead.")
    }
    try MemberRows.write(Member(entry.detail["before"]) ?? member, isPresent: false, recorded: sequence, db)
  }

  static func undoChanging(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    let (member, isPresent) = try state(entry, db)
    guard isPresent, member == Member(entry.detail["member"]), let before = Member(entry.detail["before"])
    else {
      throw Undoing.refused(entry, "The member was changed again since. Add it once more as it should be.")
    }
    try MemberRows.write(before, isPresent: true, recorded: sequence, db)
  }

  static func undoRemoving(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    let (member, isPresent) = try state(entry, db)
    if isPresent { throw Undoing.refused(entry, "The member was added again since.") }
    try MemberRows.write(member, isPresent: true, recorded: sequence, db)
  }

  private static func state(_ entry: AuditEntry, _ db: Database) throws -> (Member, Bool) {
    guard let id = entry.detail["member"]?["id"]?.asString,
      let (member, isPresent) = try MemberRows.find(id, db)
    else {
      throw Damage(what: "the member of entry \(entry.sequence) is not there")
    }
    return (member, isPresent)
  }
}
