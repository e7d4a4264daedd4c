import Diagnostics
import Documents
import Frameworks

/// Reviews belong to the school year of their schedule: steps whose day people choose lie within it.
public enum SchoolYearDates: ScheduleCheck {
  public static let codes = [otherYear]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let period = schedule.period.value
    for review in schedule.reviews {
      for entry in review.dates where entry.value.value.from.period != period {
        guard let step = context.process.step(entry.key.value), step.window == nil else { continue }
        bag.report(
          otherYear,
          "“\(step.title)” of review \(review.number.value) is on \(entry.value.value.from), outside the school year \(period).",
          at: entry.value.range)
      }
    }
    for meeting in schedule.meetings where meeting.date.value.period != period {
      bag.report(
        otherYear, "The meeting on \(meeting.date.value) lies outside the school year \(period).",
        at: meeting.date.range)
    }
  }

  static let otherYear = DiagnosticCode(
    "schedule-other-year", "A date lies outside the school year of its schedule.", severity: .warning,
    advice: "Correct the date, or move the review to the schedule of the other year.")
}
