import Diagnostics
import Documents

/// The texts of one framework in one other language: a file beside it, such as `framework.cy.yaml`.
public struct TextsFile: Sendable, Equatable {
  public var framework = Pin()
  /// BCP 47.
  public var language = Located("")
  /// Made to show how it works, not to be used; it does not claim to be complete.
  public var isSample = false
  /// By address, in the order written.
  public var texts: [Keyed<Entry>] = []

  public init() {}

  /// The version of the framework whose texts it translates.
  public struct Pin: Sendable, Equatable {
    public var id = Located("")
    public var version = Located(SemanticVersion(0, 0, 0))

    public init() {}
  }

  /// One text in the other language.
  public struct Entry: Sendable, Equatable {
    public var text = Located("")
    /// The original's mark (``TextMark``) when it was translated.
    public var of: Located<String>?
    /// The original stays as it is in the other language too.
    public var isSame = false

    public init() {}
  }
}

extension DocumentKind {
  public static let texts = DocumentKind("waymark.texts", version: 1, noun: "a file of translated texts")
}

extension TextsFile {
  /// The document, key by key.
  public static let shape = Shape<TextsFile>.record(
    "texts", "The texts of one version of a framework in one other language.", blank: TextsFile(),
    fields: [
      .header(.texts),
      .required("framework", \.framework, Pin.shape, "The framework that they belong to."),
      .required("language", \.language, .locatedText, "Their language (BCP 47), such as `cy`."),
      .defaulted(
        "sample", \.isSample, .boolean, default: false,
        "Whether they only show how it works. A sample does not claim to be complete."),
      .defaulted(
        "texts", \.texts, .map(keys: .address, of: Entry.shape), default: [],
        "Each text, under the address of the original."),
    ])
}

extension TextsFile.Pin {
  static let shape = Shape<TextsFile.Pin>.record(
    "framework of the texts", "The version that they were written for.", blank: TextsFile.Pin(),
    fields: [
      .required("id", \.id, .slug, "Its id."),
      .required("version", \.version, .version, "Its version."),
    ])
}

extension TextsFile.Entry {
  static let shape = Shape<TextsFile.Entry>.record(
    "translated text", "One text in the other language.", blank: TextsFile.Entry(),
    fields: [
      .required("text", \.text, .locatedText, "The text."),
      .optional(
        "of", \.of, .textMark,
        "A short digest of the original that was translated; `waymark framework translate` writes it."),
      .defaulted(
        "same", \.isSame, .boolean, default: false,
        "Whether the text is meant to be the same in both languages, such as a name."),
    ])
}

extension Shape where Value == Located<String> {
  /// The mark of an original text.
  static let textMark = Shape.located(
    ScalarSpec(
      "mark", "\(TextMark.length) hexadecimal digits",
      schema: [("type", ["string", "number"]), ("pattern", "^[0-9a-f]{12}$")]),
    code: TextsCodes.notAMark, what: "a mark (\(TextMark.length) digits of 0-9 and a-f)",
    isValid: { TextMark.isMark($0) })
}
