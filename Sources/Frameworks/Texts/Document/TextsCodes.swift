import Diagnostics

/// Mistakes of translated texts.
public enum TextsCodes {
  public static let otherFramework = DiagnosticCode(
    "texts-other-framework", "The texts belong to another framework, or to another version of it.",
    advice:
      "Correct `framework:`, or carry the texts over to this version with `waymark framework translate`.")
  public static let languageTag = DiagnosticCode(
    "texts-language-tag", "The language of the texts is not a BCP 47 tag.",
    advice: "Write a tag such as `cy`, `fr` or `pt-BR`.")
  public static let ownLanguage = DiagnosticCode(
    "texts-own-language", "The texts are in the language that the framework is written in.",
    advice: "Name the language that they were translated into.")
  public static let fileName = DiagnosticCode(
    "texts-file-name", "The file's name and the file itself name two languages.",
    advice: "A file of texts in Welsh (`language: cy`) is called framework.cy.yaml, beside framework.yaml.")
  public static let unknownAddress = DiagnosticCode(
    "texts-unknown-address", "A text is translated that the framework does not have.",
    advice: "Correct the address. `waymark framework translate` sets aside what has gone from the framework.")
  public static let notAMark = DiagnosticCode(
    "texts-not-a-mark", "The mark of an original is not made of 12 hexadecimal digits.",
    advice: "Leave `of:` out; `waymark framework translate` writes it.")
  public static let stale = DiagnosticCode(
    "texts-stale", "The original changed after it was translated.", severity: .warning,
    advice: "Translate it again, take `of:` out, and run `waymark framework translate`.")
  public static let unmarked = DiagnosticCode(
    "texts-unmarked",
    "A text does not say which original it translates, so a later change would go unnoticed.",
    severity: .warning, advice: "Run `waymark framework translate`; it writes `of:` beside the text.")
  public static let same = DiagnosticCode(
    "texts-same", "A translated text is the same as its original.", severity: .warning,
    advice: "Translate it, or say that it is meant so with `same: true`.")
  public static let missing = DiagnosticCode(
    "texts-missing", "Texts of the framework are not translated yet; readers see the originals.",
    severity: .warning,
    advice: "`waymark framework translate` adds them to the file as comments, each below its original.")

  public static let all = [
    otherFramework, languageTag, ownLanguage, fileName, unknownAddress, notAMark, stale, unmarked, same,
    missing,
  ]
}
