import Documents
import Sealing

/// The reference page and the editors' schema of crosswalks, made from their shape.
public enum CrosswalkPage {
  /// `docs/reference/crosswalk.md`.
  public static var markdown: String {
    ReferencePage.of(
      Crosswalk.shape, kind: .crosswalk, title: "Crosswalks",
      introduction: """
        A crosswalk says which criteria of one framework correspond to which of another, how closely, and who says so.
        It stands beside the framework that it leads from, as `crosswalks/<other>-<version>.yaml`.
        `waymark crosswalk check` holds it against both frameworks, and `waymark crosswalk show` prints it for people,
        with how much of each framework it covers. Every criterion of both sides should be accounted for: linked,
        named under `unrelated`, or standing below or above criteria that are.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(
      Crosswalk.shape, kind: .crosswalk, title: "Waymark crosswalk", id: "urn:waymark:schema:crosswalk:1")
  }
}
