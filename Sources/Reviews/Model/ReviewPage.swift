import Documents
import Sealing

/// The reference page and the editors' schema of review documents, made from their shape.
public enum ReviewPage {
  /// `docs/reference/review.md`.
  public static var markdown: String {
    ReferencePage.of(
      Review.shape, kind: .review, title: "Review files",
      introduction: """
        A review holds the judgements of one subject on one occasion, against one version of one framework.
        `waymark review new` writes a blank one with every criterion in it, and `waymark review check` says what is
        still wrong. The same content as a table for a spreadsheet is on the page [review-csv.md](review-csv.md).
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(Review.shape, kind: .review, title: "Waymark review", id: "urn:waymark:schema:review:1")
  }
}
