import Diagnostics

/// Reviews are told apart by their numbers.
public enum ScheduleNumbers: ScheduleCheck {
  public static let codes = [twice]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    var seen: Set<Int> = []
    for review in schedule.reviews where !seen.insert(review.number.value).inserted {
      bag.report(twice, "Two reviews have the number \(review.number.value).", at: review.number.range)
    }
  }

  static let twice = DiagnosticCode(
    "schedule-number-twice", "Two reviews of a schedule have the same number.",
    advice: "Give each review a number of its own.")
}
