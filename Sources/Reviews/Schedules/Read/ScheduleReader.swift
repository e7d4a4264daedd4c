import Diagnostics
import Documents

/// Text to schedule.
public enum ScheduleReader {
  /// Reads a schedule. `nil` where there is an error; `bag` holds all of them.
  public static func read(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> Schedule? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    let schedule = parse(source, file, limits: limits, into: &own)
    return own.hasErrors ? nil : schedule
  }

  /// What of a schedule could be read, mistakes or not, so that its framework can be found and ``ScheduleChecks`` can
  /// report the mistakes of meaning together with those of form. Not for use where `bag` has errors.
  public static func parse(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> Schedule? {
    Document.read(source, file, kind: .schedule, as: Schedule.shape, limits: limits, into: &bag)
  }
}
