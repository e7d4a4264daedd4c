import Diagnostics
import Documents
import Frameworks

/// Steps come in the order of the process. Steps whose window counts one from the other are left to the windows.
public enum StepOrder: ScheduleCheck {
  public static let codes = [outOfOrder]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let steps = context.process.steps
    for review in schedule.reviews {
      var previous: (step: Step, days: Days)?
      for step in steps {
        guard let entry = review.dates.first(where: { $0.key.value == step.id.value }) else { continue }
        if let previous, entry.value.value.from < previous.days.from, !areLinked(step, previous.step) {
          bag.report(
            outOfOrder,
            "“\(step.title)” of review \(review.number.value) is on \(entry.value.value.from), before “\(previous.step.title)” "
              + "on \(previous.days.from), which comes first in the process.", at: entry.value.range)
        } else {
          previous = (step, entry.value.value)
        }
      }
    }
  }

  private static func areLinked(_ one: Step, _ other: Step) -> Bool {
    one.window?.anchor?.value == other.id.value || other.window?.anchor?.value == one.id.value
  }

  static let outOfOrder = DiagnosticCode(
    "schedule-order", "A step comes before one that precedes it in the process.", severity: .warning,
    advice: "Change one of the days, unless this order is meant.")
}
