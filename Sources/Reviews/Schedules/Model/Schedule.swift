import Diagnostics
import Documents
import Frameworks

/// What a partnership plans for a school year: who reviews whom, and when.
public struct Schedule: Sendable, Equatable {
  public var framework = FrameworkPin()
  /// The partnership's short name.
  public var partnership = Located("")
  public var period = Located(Period(startYear: 1900))
  public var reviews: [ScheduledReview] = []
  public var meetings: [ScheduledMeeting] = []
  public var note: String?

  public init() {}
}

/// One review of the year, a row of the schedule.
public struct ScheduledReview: Sendable, Equatable {
  public var number = Located(1)
  public var school = ScheduledSchool()
  /// Everybody who has a part in it, reviewers or not; roles are ids of the framework's roles.
  public var team: [TeamMember] = []
  /// By the ids of the framework's steps.
  public var dates: [Keyed<Located<Days>>] = []
  /// By the ids of the framework's steps: how something is done, or where.
  public var notes: [Keyed<String>] = []
  public var range = SourceRange.nowhere

  public init() {}

  /// When a step is; `nil` where it has no date.
  public func days(of step: String) -> Days? { dates.first { $0.key.value == step }?.value.value }

  public func note(of step: String) -> String? { notes.first { $0.key.value == step }?.value }

  /// As people name it: "Review 3 (Hill School)".
  public var label: String { "Review \(number.value) (\(school.label))" }

  /// Places do not count.
  public static func == (left: Self, right: Self) -> Bool {
    left.number == right.number && left.school == right.school && left.team == right.team
      && left.dates == right.dates && left.notes == right.notes
  }
}

/// The one who is reviewed.
public struct ScheduledSchool: Sendable, Equatable {
  /// A school's URN, or a slug that the partnership registered.
  public var id = Located("")
  public var name: String?

  public init() {}

  public var label: String { name ?? id.value }
}

/// Something else that recurs, such as a meeting of all heads.
public struct ScheduledMeeting: Sendable, Equatable {
  /// The id of one of the framework's cadences.
  public var cadence = Located("")
  public var date = Located(Day.earliest)

  public init() {}
}

/// One day, or all days from one to another.
public struct Days: Sendable, Hashable {
  public var from: Day
  public var to: Day

  public init(_ from: Day, to: Day? = nil) {
    self.from = from
    self.to = to ?? from
  }

  /// How many, both ends counted; 0 or less where they are the wrong way round.
  public var count: Int { from.days(until: to) + 1 }

  /// How many of them lie from Monday to Friday.
  public var workingDays: Int {
    guard count > 0 else { return 0 }
    return min(count, 1_000) == count
      ? (0..<count).count { !from.adding(days: $0).weekday.isWeekend } : count * 5 / 7
  }

  public func overlaps(_ other: Days) -> Bool { from <= other.to && other.from <= to }

  /// "2026-01-31", "2026-01-31 to 2026-02-01".
  public var words: String { from == to ? from.description : "\(from) to \(to)" }
}

extension ReviewProcess {
  /// Every step, in the order of the stages.
  public var steps: [Step] { stages.flatMap(\.steps) }

  /// The steps to which a schedule gives dates.
  public var scheduled: [Step] { steps.filter(\.isScheduled) }

  public func step(_ id: String) -> Step? { steps.first { $0.id.value == id } }
}
