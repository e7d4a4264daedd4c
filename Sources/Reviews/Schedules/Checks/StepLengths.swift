import Diagnostics
import Frameworks

/// A step takes as many days as the framework says. Days from Monday to Friday count; a part of a day counts as one.
public enum StepLengths: ScheduleCheck {
  public static let codes = [length, lengthAdvised]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    for review in schedule.reviews {
      for entry in review.dates {
        guard let step = context.process.step(entry.key.value), let lasts = step.lasts,
          entry.value.value.count > 0
        else { continue }
        let days = max(1, entry.value.value.workingDays)
        let isShort = lasts.atLeast.map { Double(days) < $0.rounded(.up) } ?? false
        let isLong = lasts.atMost.map { Double(days) > max(1, $0.rounded(.up)) } ?? false
        guard isShort || isLong else { continue }
        bag.report(
          lasts.strength, must: length, should: lengthAdvised,
          "“\(step.title)” of review \(review.number.value) takes \(days.days), but the framework asks for \(lasts.words).",
          at: entry.value.range)
      }
    }
  }

  static let length = DiagnosticCode(
    "schedule-length", "A step takes more or fewer days than its framework demands.",
    advice: "Change the days, or split the work.")
  static let lengthAdvised = DiagnosticCode(
    "schedule-length-advised", "A step takes more or fewer days than its framework advises.",
    severity: .warning,
    advice: "Change the days if you can.")
}

extension Lasting {
  /// "0.5 to 2 days", "at most 2 days".
  public var words: String {
    switch (atLeast, atMost) {
    case (let least?, let most?):
      least == most ? "\(most.plain) days" : "\(least.plain) to \(most.plain) days"
    case (let least?, nil): "at least \(least.plain) \(least == 1 ? "day" : "days")"
    case (nil, let most?): "at most \(most.plain) \(most == 1 ? "day" : "days")"
    case (nil, nil): "any time"
    }
  }
}
