import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews

/// Where a member stands once a side has spoken.
public struct WatchClosing: Sendable {
  /// `nil` where the side had said so before.
  public let change: Change?
  public let isClosed: Bool
  /// The sides that have not said yet that it is enough.
  public let stillToAgree: [AnswerOption]
}

extension Workspace {
  /// Records that a side says that it is enough. Once every side does, the member leaves the list, where what the
  /// framework asks besides holds on its latest review.
  ///
  /// - Throws: `badData` where there is no such member or side, `refused` where the member is not on the list, or
  ///   where the framework does not let it leave yet; nothing is recorded then.
  public func agreeToClose(
    _ member: String, on list: DeclaredWatchList, side: String, by name: String, on day: Day, today: Day
  ) throws(Failure) -> WatchClosing {
    let side = try list.side(side)
    let by = try WatchContent.name(name, "The person who speaks for \(side.title)")
    let (closing, change) = try change { recorder in
      let (member, entry) = try WatchFinding.watched(member, list, recorder.db)
      try WatchDays.check(day, notBefore: entry.openedOn, today: today)
      let agreed = Set(entry.agreed.map(\.side))
      let open = list.list.closedBy.filter { !agreed.contains($0.id.value) && $0.id != side.id }
      if !agreed.contains(side.id.value) {
        try WatchTable.word.insert(
          [entry.id, side.id.value, true, day.description], ["by": .string(by)], .watchAgreed,
          WatchWords.agreed(side, member, list, on: day), &recorder)
      }
      guard open.isEmpty else { return (isClosed: false, open: open) }
      try WatchLeaving.check(member, list, recorder.db)
      let sequence = try recorder.record(
        .watchClosed, WatchWords.closed(member, list, on: day),
        ["entry": .int(entry.id), "on": .string(day.description)])
      try WatchRows.end(entry, on: day, by: sequence, recorder.db)
      return (isClosed: true, open: [])
    }
    return WatchClosing(change: change, isClosed: closing.isClosed, stillToAgree: closing.open)
  }

  /// Records that a side takes back its word that it is enough.
  ///
  /// - Throws: `badData` where there is no such member or side, `refused` where the member is not on the list or the
  ///   side has not said so.
  public func withdrawFromClosing(
    _ member: String, on list: DeclaredWatchList, side: String, by name: String, on day: Day, today: Day
  ) throws(Failure) -> Change? {
    let side = try list.side(side)
    let by = try WatchContent.name(name, "The person who speaks for \(side.title)")
    return try change { recorder in
      let (member, entry) = try WatchFinding.watched(member, list, recorder.db)
      try WatchDays.check(day, notBefore: entry.openedOn, today: today)
      guard entry.agreed.contains(where: { $0.side == side.id.value }) else {
        throw Failure(
          .refused,
          "There is nothing to take back: \(side.title) has not said that it is enough for \(member.label).")
      }
      try WatchTable.word.insert(
        [entry.id, side.id.value, false, day.description], ["by": .string(by)], .watchWithdrawn,
        WatchWords.withdrawn(side, member, list, on: day), &recorder)
    }.1
  }
}

/// What a framework asks besides the sides' agreement.
enum WatchLeaving {
  static func check(_ member: Member, _ list: DeclaredWatchList, _ db: Database) throws {
    guard list.list.closesWhen != nil, let book = list.rubric.rules else { return }
    let timelines = try ReviewTimelines(list.rubric, of: member.id, db)
    guard let latest = timelines.latest(of: member.id) else {
      throw refused(
        member, list, "No agreed review of \(list.rubric.id) \(list.rubric.version.major) is here to show it."
      )
    }
    let name = "Its latest review (\(latest.words)) does not show it"
    switch ReviewRules(book).mayClose(list.list.id.value, latest.situation) {
    case .holds, nil: return
    case .holdsNot:
      throw refused(member, list, "\(name). When there is a newer one, add it and say so again.")
    case .notEvaluable(let reason), .failed(let reason): throw refused(member, list, "\(name): \(reason).")
    }
  }

  private static func refused(_ member: Member, _ list: DeclaredWatchList, _ help: String) -> Failure {
    let words = list.list.text.map { ": \($0)" } ?? " until what its framework asks for holds."
    let asked = list.list.closesWhen.map { " The framework asks: \($0.value)." } ?? ""
    return Failure(
      .refused, "\(member.label) stays on “\(list.list.title)”\(words)", help: "\(help)\(asked)")
  }
}
