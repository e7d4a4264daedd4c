import Documents
import Sealing

/// The reference page and the editors' schema of the records of releases, made from their shape.
public enum ReleasePage {
  /// `docs/reference/release.md`.
  public static var markdown: String {
    ReferencePage.of(
      ReleaseRecord.shape, kind: .release, title: "Records of releases",
      introduction: """
        `release.yaml` lies beside a framework from its release on. `waymark framework release` writes it, and
        `waymark framework check` holds the framework against it, so that a change of released content is seen.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(
      ReleaseRecord.shape, kind: .release, title: "Waymark release", id: "urn:waymark:schema:release:1")
  }
}
