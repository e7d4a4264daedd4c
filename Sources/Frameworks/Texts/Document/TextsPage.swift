import Documents
import Sealing

/// The reference page and the editors' schema of translated texts, made from their shape.
public enum TextsPage {
  /// `docs/reference/texts.md`.
  public static var markdown: String {
    ReferencePage.of(
      TextsFile.shape, kind: .texts, title: "Texts in other languages",
      introduction: """
        The texts of a framework in another language stand in a file beside it, named for the language: `framework.cy.yaml`
        beside `framework.yaml`. `waymark framework translate` starts one and brings it up to date,
        `waymark framework check` checks it together with its framework, and `--language` shows a framework in it.

        A text is named by its address: keys and ids joined by `/`. Criteria need no key, so the title of the criterion
        `leadership` is `leadership/title`, and the label of a point is `scales/maturity/points/secure/label`. An entry of
        a list is named by its id; where a list's entries have no ids, by its position, counted from 1:
        `coverage/must/1/message`. What is printed elsewhere stays as it is: titles and places of sources, codes, names of
        publishers, and all expressions.

        `of` is the mark of the original, the first 12 hexadecimal digits of the SHA-256 of its text. Where the original
        changed since, the translation is stale, and readers see the original until it is translated again. A variant
        also uses the files of its bases, wherever it still has the text that they translate.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(TextsFile.shape, kind: .texts, title: "Waymark texts", id: "urn:waymark:schema:texts:1")
  }
}
