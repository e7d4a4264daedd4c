import Documents
import Sealing

/// The reference page and the editors' schema of survey mappings, made from their shape.
public enum SurveyPage {
  /// `docs/reference/survey.md`.
  public static var markdown: String {
    ReferencePage.of(
      SurveyMapping.shape, kind: .survey, title: "Survey mappings",
      introduction: """
        A survey mapping says what the columns of a survey's answers mean, so that the CSV which Google Forms or
        Microsoft Forms gives becomes reviews. `waymark survey draft` writes one from the first row of the file,
        `waymark survey check` says what is still undecided, and `waymark survey import` makes the reviews. The
        guide [Surveys and paper](../guide/surveys-and-paper.md) goes through it.

        A column is named by its header. Where several have the same, write `{header: Comments, nth: 2}` for the
        second of them. Every column of the file is in the mapping or under `ignore`; no answer is lost unsaid.

        An answer becomes a point by the column's own `answers`, else by those of the mapping, else by the point's id,
        label or number, or number and label together (`3 - Secure`). An answer that is none of these is a mistake.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(
      SurveyMapping.shape, kind: .survey, title: "Waymark survey mapping", id: "urn:waymark:schema:survey:1")
  }
}
