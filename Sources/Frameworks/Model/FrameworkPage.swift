import Documents
import Sealing

/// The reference page and the editors' schema of framework documents, made from their shape.
public enum FrameworkPage {
  /// `docs/reference/framework.md`.
  public static var markdown: String {
    ReferencePage.of(
      FrameworkDocument.shape, kind: .framework, title: "Framework files",
      introduction: """
        A framework file holds one version of one framework: its criteria, what is judged, on which scale, and how
        judgements add up. `waymark framework new` starts one, `waymark framework check` says what is wrong with it,
        and `waymark framework show` prints its outline and its digest.

        A file that has `extends` is a variant: it says which framework it takes over and what it changes. Its keys are
        under [variant](#variant), its changes under [change: add](#change:-add) and the headings that follow it; how a
        variant becomes a whole framework is in [resolution.md](resolution.md).
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(
      FrameworkDocument.shape, kind: .framework, title: "Waymark framework",
      id: "urn:waymark:schema:framework:1")
  }
}
