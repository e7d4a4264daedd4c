import Diagnostics
import Documents
import GRDB
import Sealing

/// What adding a member did.
public enum MemberOutcome: Sendable, Equatable {
  case added(Member)
  /// It was here before and had been removed.
  case returned(Member)
  case changed(Member)
  case unchanged(Member)
}

extension Workspace {
  /// Those who are members now, by id.
  public func members() throws(Failure) -> [Member] { try read { try MemberRows.present($0) } }

  /// The member with this id.
  ///
  /// - Throws: `badData` with the nearest name where there is none.
  public func member(_ id: String) throws(Failure) -> Member { try read { try MemberRows.known(id, $0) } }

  /// Removes a member. It counts nowhere from now on, and its consent ends, which cancels any release that it
  /// is part of and that is not signed yet; it leaves every watch list. The audit trail stays.
  ///
  /// - Parameter erasing: whether the contents of its reviews, and what was written for watch lists, go too. Erasing cannot be undone; removing can.
  public func removeMember(_ id: String, on day: Day, erasing: Bool = false) throws(Failure) -> Change? {
    try change { recorder in
      let member = try MemberRows.known(id, recorder.db)
      try ConsentRows.end(of: member, nil, nil, on: day, &recorder)
      let reviews = try ReviewRows.standing(of: id, recorder.db)
      try WatchMembers.leave(member, on: day, &recorder)
      if erasing {
        try ReviewErasing.erase(reviews, of: member, &recorder)
        try WatchMembers.erase(member, &recorder)
      }
      let sequence = try recorder.record(
        .memberRemoved, AuditWords.removed(member, reviews: reviews.count, erasing: erasing),
        ["member": member.json, "reviews": .int(Int64(reviews.count)), "erased": .bool(erasing)])
      try MemberRows.write(member, isPresent: false, recorded: sequence, recorder.db)
      try Cancelling.cancelUncovered(&recorder)
    }.1
  }
}

enum MemberAdding {
  /// - Parameter isFollowing: whether its past is that of another member, which the caller links it to.
  static func add(
    _ member: Member, isFollowing: Bool = false, _ recorder: inout Recorder
  ) throws -> MemberOutcome {
    try member.check()
    try Lines(recorder.db).checkIsCurrent(member)
    var member = member
    member.name = member.name.trimmed
    let origin = member.movedFrom
    member.movedFrom = nil
    guard let (before, isPresent) = try MemberRows.find(member.id, recorder.db) else {
      let sequence = try recorder.record(
        .memberAdded, AuditWords.added(member), ["member": member.json, "before": .null])
      try MemberRows.write(member, isPresent: true, recorded: sequence, recorder.db)
      if !isFollowing { try Histories.noteArrival(of: member.id, from: origin, &recorder) }
      return .added(member)
    }
    // A list of members seldom says since when; silence takes nothing back.
    member.joined = member.joined ?? before.joined
    if isPresent, before == member {
      let isNew = try Histories.noteMove(of: member.id, from: origin, &recorder)
      return isNew ? .changed(member) : .unchanged(member)
    }
    let sequence = try recorder.record(
      isPresent ? .memberChanged : .memberAdded,
      isPresent ? AuditWords.changed(before, to: member) : AuditWords.returned(member),
      ["member": member.json, "before": before.json])
    try MemberRows.write(member, isPresent: true, recorded: sequence, recorder.db)
    if isPresent {
      try Histories.noteMove(of: member.id, from: origin, &recorder)
      return .changed(member)
    }
    if !isFollowing { try Histories.noteArrival(of: member.id, from: origin, &recorder) }
    return .returned(member)
  }
}
