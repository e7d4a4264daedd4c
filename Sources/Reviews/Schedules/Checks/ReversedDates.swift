import Diagnostics

/// A stretch of days ends on or after the day on which it starts.
public enum ReversedDates: ScheduleCheck {
  public static let codes = [reversed]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    for review in schedule.reviews {
      for entry in review.dates where entry.value.value.to < entry.value.value.from {
        bag.report(
          reversed,
          "“\(entry.key.value)” ends on \(entry.value.value.to), before it starts on \(entry.value.value.from).",
          at: entry.value.range)
      }
    }
  }

  static let reversed = DiagnosticCode(
    "schedule-dates-reversed", "A step ends before it starts.", advice: "Correct `from` or `to`.")
}
