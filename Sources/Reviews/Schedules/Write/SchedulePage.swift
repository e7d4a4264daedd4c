import Documents
import Sealing

/// The reference page and the editors' schema of schedules, made from their shape.
public enum SchedulePage {
  /// `docs/reference/schedule.md`.
  public static var markdown: String {
    ReferencePage.of(
      Schedule.shape, kind: .schedule, title: "Schedules",
      introduction: """
        A schedule holds a partnership's reviews of one school year: who reviews whom, and on which days, as the
        process of the framework has it. `waymark schedule make` proposes one, `waymark schedule check` holds it
        against the framework's windows, and `waymark schedule show` prints it, also as a calendar file. A date is
        `2026-01-31` or `{from: 2026-01-31, to: 2026-02-01}`.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(
      Schedule.shape, kind: .schedule, title: "Waymark schedule", id: "urn:waymark:schema:schedule:1")
  }
}
