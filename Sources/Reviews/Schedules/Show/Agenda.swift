import Documents
import Frameworks

/// What a schedule asks for on a day: what is overdue, what is today, what comes next. Days that have passed are taken
/// as kept; to have a step back on the agenda, take its date out.
public struct Agenda: Sendable, Equatable {
  public let day: Day
  /// In order of urgency: overdue, today, soon.
  public let entries: [Entry]

  /// One thing to be done.
  public struct Entry: Sendable, Equatable {
    public let state: State
    /// The review's number; `nil` for meetings.
    public let review: Int?
    /// "Hill School"; empty for meetings.
    public let school: String
    /// The step's or the cadence's id.
    public let step: String
    public let title: String
    /// When it is, or when it was due at the latest.
    public let days: Days
  }

  public enum State: String, Sendable, CaseIterable {
    /// It has no date, and its window has closed.
    case overdue
    /// It has no date, and its window is open.
    case due
    /// It is on the day itself.
    case today
    /// It is within the days ahead.
    case soon
  }

  /// - Parameter ahead: how many days to look ahead.
  public init(_ schedule: Schedule, _ framework: ResolvedFramework, on day: Day, ahead: Int = 14) {
    self.day = day
    let process = framework.framework.process
    var entries: [Entry] = []
    for review in schedule.reviews {
      for step in process.scheduled {
        let id = step.id.value
        func entry(_ state: State, _ days: Days) -> Entry {
          Entry(
            state: state, review: review.number.value, school: review.school.label, step: id,
            title: step.title,
            days: days)
        }
        if let days = review.days(of: id) {
          Self.state(days, on: day, ahead).map { entries.append(entry($0, days)) }
        } else if let window = step.window, let anchor = window.anchor.flatMap({ review.days(of: $0.value) })
        {
          let due = StepWindow(window, from: anchor)
          if let latest = due.latest, latest < day {
            if !step.isOptional { entries.append(entry(.overdue, Days(latest))) }
          } else if (due.earliest ?? due.aim) <= day {
            entries.append(entry(.due, Days(due.latest ?? due.aim)))
          }
        }
      }
    }
    for meeting in schedule.meetings {
      guard let state = Self.state(Days(meeting.date.value), on: day, ahead) else { continue }
      let cadence = process.cadences.first { $0.id.value == meeting.cadence.value }
      entries.append(
        Entry(
          state: state, review: nil, school: "", step: meeting.cadence.value,
          title: cadence?.title ?? meeting.cadence.value, days: Days(meeting.date.value)))
    }
    self.entries = entries.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.state.order, one.days.from, left.offset) < (
        other.state.order, other.days.from, right.offset
      )
    }.map(\.element)
  }

  private static func state(_ days: Days, on day: Day, _ ahead: Int) -> State? {
    if days.from <= day, day <= days.to { return .today }
    return day < days.from && days.from <= day.adding(days: ahead) ? .soon : nil
  }

  public var overdue: [Entry] { entries.filter { $0.state == .overdue } }
}

extension Agenda.State {
  fileprivate var order: Int { Agenda.State.allCases.firstIndex(of: self) ?? 0 }

  /// For people.
  public var heading: String {
    switch self {
    case .overdue: "Overdue: no day was agreed, and the time for it has passed"
    case .due: "Due: a day is still to be agreed"
    case .today: "Today"
    case .soon: "Soon"
    }
  }
}
