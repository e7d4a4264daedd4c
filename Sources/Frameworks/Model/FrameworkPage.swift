import Documents
import Sealing

/// The reference page and the editors' schema of framework documents, made from their shape.
public enum FrameworkPage {
  /// `docs/reference/framework.md`.
  public static var markdown: String {
    ReferencePage.of(
      Framework.shape, kind: .framework, title: "Framework files",
      introduction: """
        A framework file holds one version of one framework: its criteria, what is judged, on which scale, and how
        judgements add up. `waymark framework new` starts one, `waymark framework check` says what is wrong with it,
        and `waymark framework show` prints its outline and its digest.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(
      Framework.shape, kind: .framework, title: "Waymark framework", id: "urn:waymark:schema:framework:1")
  }
}
