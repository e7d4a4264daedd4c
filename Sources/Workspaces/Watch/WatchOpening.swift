import Diagnostics
import Documents

extension Workspace {
  /// Puts a member on a watch list.
  ///
  /// - Parameters:
  ///   - opening: who answers for it; a named person is needed.
  ///   - day: since when; not after `today`.
  /// - Throws: `badData` where there is no such member or nobody is named, `refused` where it is on the list already.
  public func openWatch(
    _ member: String, on list: DeclaredWatchList, _ opening: WatchOpening, since day: Day, today: Day
  ) throws(Failure) -> Change? {
    try WatchDays.check(day, notBefore: nil, today: today)
    let owner = try WatchContent.name(opening.owner, "The person who answers for it")
    let reason = try WatchContent.text(opening.reason, "The reason")
    let content = WatchOpening(owner: owner, role: try list.ownerRole(opening.role), reason: reason)
    return try change { recorder in
      let member = try MemberRows.known(member, recorder.db)
      if let entry = try WatchRows.open(member.id, list.rubric.id, list.list.id.value, recorder.db) {
        throw Failure(
          .refused, "\(member.label) is on “\(list.list.title)” already, since \(entry.openedOn).",
          help: "Report on it, or close it first; `waymark watch list` shows where it stands.")
      }
      try WatchTable.entry.insert(
        [list.rubric.id, list.list.id.value, member.id, day.description], content.json, .watchOpened,
        WatchWords.opened(member, list, since: day), &recorder)
    }.1
  }

  /// Adds a report on a member that is on a watch list.
  ///
  /// - Parameter day: when it was given; not before the member was listed, and not after `today`.
  /// - Throws: `badData` where nothing is reported or nobody reports, `refused` where it is not on the list.
  public func reportWatch(
    _ member: String, on list: DeclaredWatchList, _ report: WatchReport.Content, on day: Day, today: Day
  ) throws(Failure) -> Change? {
    let by = try WatchContent.name(report.by, "The person who reports")
    guard let text = try WatchContent.text(report.text, "The report") else {
      throw Failure(
        .badData, "The report says nothing.", help: "Say with --text what has happened since the last one.")
    }
    let content = WatchReport.Content(by: by, text: text, progress: report.progress)
    return try change { recorder in
      let (member, entry) = try WatchFinding.watched(member, list, recorder.db)
      try WatchDays.check(day, notBefore: entry.openedOn, today: today)
      try WatchTable.report.insert(
        [entry.id, day.description], content.json, .watchReported, WatchWords.reported(member, list, on: day),
        &recorder)
    }.1
  }
}

/// Which days may be written.
enum WatchDays {
  static func check(_ day: Day, notBefore first: Day?, today: Day) throws(Failure) {
    if day > today {
      throw Failure(
        .badData, "\(day) lies ahead; today is \(today).", help: "Give the day on which it happened.")
    }
    if let first, day < first {
      throw Failure(.badData, "\(day) is before it was listed, on \(first).", help: "Check the day.")
    }
  }
}
