import Documents
import Frameworks
import Sealing

/// Writes a whole schedule as YAML. The same schedule gives the same text, and reading it gives the schedule again.
public enum ScheduleWriter {
  /// - Parameter comments: what stands above it, one paragraph each, such as what was assumed.
  public static func yaml(_ schedule: Schedule, comments: [String] = []) -> String {
    comments.map { YAMLText.comment($0) }.joined() + YAMLDocument.text(json(schedule))
  }

  /// The document as JSON, keys in their order.
  public static func json(_ schedule: Schedule) -> JSONValue { Schedule.shape.write(schedule) }
}
