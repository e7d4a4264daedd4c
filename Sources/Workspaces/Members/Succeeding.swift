import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// A school goes on under another id: with its consent, and with what the ledger holds of it. Its reviews stay under
  /// the old id and count no more. Where the new id is not a member yet, it becomes one, with the same name.
  ///
  /// - Throws: `badData` where the old id is no member or the new one no id, `refused` where the new id came before the
  ///   old one.
  public func rename(_ old: String, to new: String, on day: Day) throws(Failure) -> Change? {
    try succeed([old], by: [new], name: nil, on: day)
  }

  /// Schools become one. It consents where all of them did; what the ledger holds of them counts for it, the largest
  /// of them.
  ///
  /// - Parameters:
  ///   - into: the new school's id, or that of the one that took in the others.
  ///   - name: the new school's; without it, the names of all.
  public func merge(_ members: [String], into: String, name: String? = nil, on day: Day) throws(Failure)
    -> Change?
  {
    guard Set(members).count == members.count, members.count > 1 else {
      throw Failure(.usage, "A merger is of two or more schools.", help: "Name each of them once.")
    }
    return try succeed(members, by: [into], name: name, on: day)
  }

  /// One school becomes several: what the ledger holds of it counts for each of them.
  public func split(_ member: String, into: [String], on day: Day) throws(Failure) -> Change? {
    guard Set(into).count == into.count, into.count > 1 else {
      throw Failure(.usage, "A school splits into two or more.", help: "Name each of them once, with --into.")
    }
    return try succeed([member], by: into, name: nil, on: day)
  }

  private func succeed(
    _ before: [String], by after: [String], name: String?, on day: Day
  ) throws(Failure) -> Change? {
    try change { recorder in
      let members = try before.map { try MemberRows.known($0, recorder.db) }
      for id in after {
        // A school that is here already has its own say.
        let here = try MemberRows.find(id, recorder.db).flatMap { $0.isPresent ? $0.member : nil }
        let all = members + (here.map { here in members.contains { $0.id == here.id } ? [] : [here] } ?? [])
        let consents = try Succession.commonConsents(of: all, on: day, recorder.db)
        try Succession.follow(members, as: id, name: name, &recorder)
        let successor = try MemberRows.known(id, recorder.db)
        if here != nil {
          try ConsentRows.end(
            of: successor, except: consents, on: day, because: AuditWords.notShared(by: successor), &recorder)
        }
        for consent in consents {
          try ConsentRows.give(
            successor, consent.purpose, consent.audience, consent.from, consent.until, on: day, &recorder)
        }
      }
      for member in members where !after.contains(member.id) {
        try Succession.retire(member, after: after, on: day, &recorder)
      }
      try Cancelling.cancelUncovered(&recorder)
    }.1
  }
}

private enum Succession {
  /// What all of them agreed to, on the terms that end first.
  static func commonConsents(of members: [Member], on day: Day, _ db: Database) throws -> [Consent] {
    let all = try members.map { member in
      try ConsentRows.standing(of: member.id, nil, nil, db).filter { $0.until.map { $0 >= day } ?? true }
    }
    guard let first = all.first else { return [] }
    return first.compactMap { consent in
      var consent = consent
      for others in all.dropFirst() {
        let same = others.first { $0.purpose == consent.purpose && $0.audience == consent.audience }
        guard let same else { return nil }
        consent = consent.narrowed(by: same)
      }
      return consent
    }
  }

  /// Links a successor to those before it, and makes it a member where it is none.
  static func follow(
    _ members: [Member], as id: String, name: String?, _ recorder: inout Recorder
  ) throws {
    let lines = try Lines(recorder.db)
    for member in members where member.id != id && lines.line(of: member.id).contains(id) {
      throw Failure(
        .refused, "\(member.label) goes on from \(id), so it cannot go back to it.",
        help: "Take the change back with `waymark workspace undo`, or choose an id that was not used before.")
    }
    let found = try MemberRows.find(id, recorder.db)
    if found?.isPresent != true || name != nil, let model = members.first {
      var member = found?.member ?? model
      member.id = id
      if let name { member.name = name } else if found == nil { member.name = combined(members) }
      _ = try MemberAdding.add(member, isFollowing: true, &recorder)
    }
    let count = try LedgerChain(recorder.db).count
    for member in members where member.id != id {
      let link =
        try (Int64.fetchOne(recorder.db.cachedStatement(sql: "SELECT max(id) FROM predecessor")) ?? 0) + 1
      let sequence = try recorder.record(
        .memberSucceeded, "\(member.label) goes on as \(id).",
        [
          "link": .int(link), "successor": .string(id), "predecessor": .string(member.id),
          "day": .string(recorder.day.description), "ledger": .int(count),
        ])
      try LinkRows.insert(link, id, member.id, recorder.day, sequence, recorder.db)
    }
    if members.contains(where: { $0.id == id }) { return }
    // One that was a member before has a past of its own, which stays; one that comes back may have been elsewhere.
    guard let found else {
      return try Histories.note(
        MemberHistory(member: id, word: .followed, day: recorder.day, origin: nil), &recorder)
    }
    if !found.isPresent { try Histories.noteArrival(of: id, from: nil, &recorder) }
  }

  private static func combined(_ members: [Member]) -> String {
    var names: [String] = []
    for member in members where !names.contains(member.name) { names.append(member.name) }
    return names.joined(separator: " and ")
  }

  /// A school that is no more under its id; its reviews stay.
  static func retire(_ member: Member, after: [String], on day: Day, _ recorder: inout Recorder) throws {
    try ConsentRows.end(
      of: member, except: [], on: day, because: AuditWords.handedOn(by: member, to: after), &recorder)
    let reviews = try ReviewRows.standing(of: member.id, recorder.db).count
    try WatchMembers.leave(member, on: day, &recorder)
    let sequence = try recorder.record(
      .memberRemoved, AuditWords.removed(member, reviews: reviews, erasing: false),
      ["member": member.json, "reviews": .int(Int64(reviews)), "erased": .bool(false)])
    try MemberRows.write(member, isPresent: false, recorded: sequence, recorder.db)
  }
}

/// The table of links between schools.
enum LinkRows {
  static func insert(
    _ id: Int64, _ successor: String, _ predecessor: String, _ day: Day, _ sequence: Int64, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: "INSERT INTO predecessor (id, successor, predecessor, day, recorded) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [id, successor, predecessor, day.description, sequence])
  }
}

extension Consent {
  /// On the terms that both have.
  fileprivate func narrowed(by other: Consent) -> Consent {
    let until = [until, other.until].compactMap(\.self).min()
    return Consent(
      id: id, member: member, purpose: purpose, audience: audience, from: max(from, other.from), until: until,
      endedOn: nil)
  }
}
