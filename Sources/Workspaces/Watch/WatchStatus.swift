import Documents
import Frameworks
import Reviews

/// Who is proposed for a watch list, who is on it, and who has left it. It never leaves the partnership.
public struct WatchStatus: Sendable {
  public let declared: DeclaredWatchList
  /// The day that it speaks of.
  public let day: Day
  /// Members whose latest agreed reviews pull a trigger and who are not on the list, by id. Who left the list is
  /// proposed again by a review that was added since.
  public let proposed: [WatchProposal]
  /// Who is on the list, the longest first.
  public let watched: [WatchedMember]
  /// Who left it, the latest first.
  public let left: [FormerlyWatched]
}

/// Why a member is proposed.
public struct WatchProposal: Sendable {
  public let member: Member
  /// One for each of its latest reviews that pulls a trigger.
  public let findings: [WatchFindings]
}

/// A review that pulls triggers, and what is behind them.
public struct WatchFindings: Sendable {
  public let review: StoredReview
  public let occasion: String?
  /// Those that moved, or did not, as far as it can be told.
  public let trends: [TrendDirection]
  /// Pulled, in the framework's order.
  public let triggers: [PulledTrigger]
}

/// A trigger and the signals behind it.
public struct PulledTrigger: Sendable {
  public let trigger: Trigger
  /// The signals that its condition names and that are given.
  public let signals: [Signal]
}

/// Where a trend points.
public struct TrendDirection: Sendable {
  public let trend: Trend
  public let category: TrendCategory
  public let change: Double
}

/// A member on a watch list.
public struct WatchedMember: Sendable {
  public let member: Member
  public let entry: WatchEntry
  /// `nil` where its framework says nothing of how often.
  public let due: ReportDue?
  /// What its latest reviews say now; empty where they pull no trigger of this list.
  public let findings: [WatchFindings]
  /// Whether what the framework asks before it may leave holds; `nil` where it asks nothing, or there is no review.
  public let mayLeave: Condition?
}

/// A member that left a watch list.
public struct FormerlyWatched: Sendable {
  /// As it is called now; it may have left the partnership, too.
  public let member: Member
  public let entry: WatchEntry
}

/// When the next report is wanted.
///
/// Each turn of the list's cadence wants one report. The turn in which a member is listed does without: those who
/// listed it have just talked about it.
public struct ReportDue: Sendable, Equatable {
  /// The turn's days. The report may come on any of them and is late after the last.
  public let days: ClosedRange<Day>
  /// How many turns have passed without the report that they wanted.
  public let missed: Int
  /// Whether its turn has begun.
  public let isDue: Bool

  public var isOverdue: Bool { missed > 0 }

  public init(_ entry: WatchEntry, _ cadence: Cadence, on day: Day) {
    let last = entry.reports.map(\.day).max() ?? entry.openedOn
    days = cadence.turn(after: last)
    var (turn, missed) = (days, 0)
    while turn.upperBound < day, missed < 999 {
      missed += 1
      turn = cadence.turn(after: turn.upperBound)
    }
    self.missed = missed
    isDue = days.lowerBound <= day
  }
}
