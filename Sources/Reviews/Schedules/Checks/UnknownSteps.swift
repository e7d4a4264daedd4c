import Diagnostics
import Documents

/// Dates and notes stand under the ids of the framework's steps, and meetings name one of its cadences.
public enum UnknownSteps: ScheduleCheck {
  public static let codes = [unknownStep, unknownCadence]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let steps = context.process.steps.map(\.id.value)
    for review in schedule.reviews {
      for key in review.dates.map(\.key) + review.notes.map(\.key) where !steps.contains(key.value) {
        report(unknownStep, "step", key, steps, context, &bag)
      }
    }
    let cadences = context.process.cadences.map(\.id.value)
    for meeting in schedule.meetings
    where !meeting.cadence.value.isEmpty && !cadences.contains(meeting.cadence.value) {
      report(unknownCadence, "cadence", meeting.cadence, cadences, context, &bag)
    }
  }

  private static func report(
    _ code: DiagnosticCode, _ noun: String, _ found: Located<String>, _ known: [String],
    _ context: ScheduleContext, _ bag: inout DiagnosticBag
  ) {
    let help =
      NearestName.of(found.value, among: known).map { "Did you mean “\($0)”?" }
      ?? (known.isEmpty ? "It has none." : "It has: \(known.joined(separator: ", ")).")
    bag.report(
      code, "The process of \(context.reference) has no \(noun) “\(found.value)”.", help: help,
      at: found.range)
  }

  static let unknownStep = DiagnosticCode(
    "schedule-unknown-step", "A date or note stands under a step that the framework does not have.",
    advice: "Use the id of one of its steps.")
  static let unknownCadence = DiagnosticCode(
    "schedule-unknown-cadence", "A meeting belongs to a cadence that the framework does not have.",
    advice: "Use the id of one of its cadences.")
}
