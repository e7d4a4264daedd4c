import Documents
import Frameworks
import Reviews

/// A schedule as an iCalendar file (RFC 5545): an event of whole days for every dated step and every meeting.
///
/// An event keeps its UID when its days, people or number change, so that a calendar that takes the file again moves
/// it and does not show it twice.
public enum ScheduleCalendar {
  /// - Parameter stamp: when the file is made, such as `2026-01-31T12:00:00Z`.
  public static func text(_ schedule: Schedule, _ framework: ResolvedFramework, stamp: String) -> String {
    let content = framework.framework
    var page = ICalendarText()
    page.line("BEGIN:VCALENDAR")
    page.line("VERSION:2.0")
    page.line("PRODID:-//Waymark//Schedule//EN")
    page.line("CALSCALE:GREGORIAN")
    page.property("X-WR-CALNAME", "Reviews of \(schedule.partnership.value), \(schedule.period.value)")
    var rounds: [String: Int] = [:]
    for review in schedule.reviews {
      let round = rounds[review.school.id.value, default: 0] + 1
      rounds[review.school.id.value] = round
      for step in content.process.steps {
        guard let days = review.days(of: step.id.value), days.count > 0 else { continue }
        write(
          Event(
            name: "\(review.school.id.value)-\(round)-\(step.id.value)", days: days,
            title: "\(step.title): \(review.school.label)", about: about(review, step, content)),
          of: schedule, stamp, &page)
      }
    }
    writeMeetings(schedule, content, stamp, &page)
    page.line("END:VCALENDAR")
    return page.text
  }

  private struct Event {
    let name: String
    let days: Days
    let title: String
    let about: String
  }

  private static func write(
    _ event: Event, of schedule: Schedule, _ stamp: String, _ page: inout ICalendarText
  ) {
    page.line("BEGIN:VEVENT")
    // A domain that can belong to nobody (RFC 2606).
    page.line(
      "UID:\(event.name)-\(schedule.period.value)@\(schedule.partnership.value).\(schedule.framework.id.value).invalid"
    )
    page.line("DTSTAMP:\(stamp.filter { $0 != "-" && $0 != ":" })")
    page.line("DTSTART;VALUE=DATE:\(digits(event.days.from))")
    // The day after the last one.
    page.line("DTEND;VALUE=DATE:\(digits(event.days.to.adding(days: 1)))")
    page.property("SUMMARY", event.title)
    if !event.about.isEmpty { page.property("DESCRIPTION", event.about) }
    page.line("END:VEVENT")
  }

  private static func writeMeetings(
    _ schedule: Schedule, _ content: Framework, _ stamp: String, _ page: inout ICalendarText
  ) {
    var counts: [String: Int] = [:]
    for meeting in schedule.meetings.sorted(by: { $0.date.value < $1.date.value }) {
      let cadence = content.process.cadences.first { $0.id.value == meeting.cadence.value }
      let number = counts[meeting.cadence.value, default: 0] + 1
      counts[meeting.cadence.value] = number
      write(
        Event(
          name: "\(meeting.cadence.value)-\(number)", days: Days(meeting.date.value),
          title: cadence?.title ?? meeting.cadence.value, about: ""),
        of: schedule, stamp, &page)
    }
  }

  /// Who has a part in the step, and the note.
  private static func about(_ review: ScheduledReview, _ step: Step, _ content: Framework) -> String {
    let roles = Set((step.by + step.with).map(\.value))
    let people = review.team.compactMap { member -> String? in
      let role = member.role.flatMap { content.team.role(named: $0) }
      guard roles.isEmpty || role.map({ roles.contains($0.id.value) }) ?? false else { return nil }
      return [member.name, role?.title ?? member.role].compactMap(\.self).joined(separator: ", ")
    }
    return ([review.note(of: step.id.value), step.text].compactMap(\.self) + people).joined(separator: "\n")
  }

  private static func digits(_ day: Day) -> String { day.description.replacing("-", with: "") }
}
