import Diagnostics
import Documents
import Frameworks

/// A step lies within its window: so long before or after the step that it is counted from as the framework asks.
/// Where the framework says must, a date outside is an error; where it says should, a warning.
public enum StepWindows: ScheduleCheck {
  public static let codes = [outside, outsideAdvised]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let process = context.process
    for review in schedule.reviews {
      for entry in review.dates {
        guard let step = process.step(entry.key.value), let window = step.window, let anchor = window.anchor,
          let days = review.days(of: anchor.value), days.count > 0, entry.value.value.count > 0
        else { continue }
        // The whole step lies on its side of the anchor: its last day before, or its first day after.
        let day = window.before != nil ? entry.value.value.to : entry.value.value.from
        let due = StepWindow(window, from: days)
        let distance = due.distance(of: day)
        guard distance != 0 else { continue }
        bag.report(
          window.strength, must: outside, should: outsideAdvised,
          "“\(step.title)” of review \(review.number.value) is \(abs(distance).days) too \(distance < 0 ? "early" : "late"): "
            + "the framework asks for \(window.words(process)).",
          help: help(due), at: entry.value.range)
      }
    }
  }

  private static func help(_ due: StepWindow) -> String {
    switch (due.earliest, due.latest) {
    case (let first?, let last?): first == last ? "That is \(first)." : "That is from \(first) to \(last)."
    case (let first?, nil): "That is on or after \(first)."
    case (nil, let last?): "That is on or before \(last)."
    case (nil, nil): ""
    }
  }

  static let outside = DiagnosticCode(
    "schedule-window", "A step lies outside the window that its framework demands.",
    advice: "Move it, or the step that it is counted from.")
  static let outsideAdvised = DiagnosticCode(
    "schedule-window-advised", "A step lies outside the window that its framework advises.",
    severity: .warning,
    advice: "Move it if you can, or the step that it is counted from.")
}

extension Int {
  /// "1 day", "3 days".
  var days: String { self == 1 ? "1 day" : "\(self) days" }
}
