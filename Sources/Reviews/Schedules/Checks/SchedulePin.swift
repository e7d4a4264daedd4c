import Diagnostics
import Frameworks

/// A schedule names the framework whose process it follows: id, version and, if it likes, the digest of the content.
public enum SchedulePin: ScheduleCheck {
  public static let codes = [otherFramework, otherVersion, otherDigest]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    PinMismatch(schedule.framework, context.framework.framework, context.digest)?.report(
      "schedule", codes: (otherFramework, otherVersion, otherDigest), schedule.framework,
      context.framework.framework, into: &bag)
  }

  static let otherFramework = DiagnosticCode(
    "schedule-framework", "The schedule follows another framework than the one it is held against.",
    advice: "Hold it against the framework that its first lines name.")
  static let otherVersion = DiagnosticCode(
    "schedule-version", "The schedule follows another version of the framework.",
    advice: "Hold it against the version that its first lines name.")
  static let otherDigest = DiagnosticCode(
    "schedule-digest", "The framework's content is not the one that the schedule was made with.",
    advice: "Find the copy of the framework with the digest that the schedule names.")
}
