import Diagnostics

/// Every step that a schedule gives a date has one in the end.
public enum UndatedSteps: ScheduleCheck {
  public static let codes = [undated]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let wanted = context.process.scheduled.filter { !$0.isOptional }
    for review in schedule.reviews {
      let open = wanted.filter { review.days(of: $0.id.value) == nil }
      guard !open.isEmpty else { continue }
      let titles = open.map { "“\($0.title)”" }.joined(separator: ", ")
      bag.report(undated, "\(review.label) has no date yet for: \(titles).", at: review.number.range)
    }
  }

  static let undated = DiagnosticCode(
    "schedule-undated", "A review has no date yet for a step that a schedule dates.", severity: .warning,
    advice: "Agree a day and write it under `dates`.")
}
