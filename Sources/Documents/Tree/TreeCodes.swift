import Diagnostics

/// Mistakes of the text itself, before any meaning.
public enum TreeCodes {
  public static let fileTooLarge = DiagnosticCode(
    "file-too-large", "The file is larger than the limit of 16 MiB.",
    advice: "A framework is rarely larger than 1 MiB. Check that this is the right file, or split it.")
  public static let emptyFile = DiagnosticCode(
    "empty-file", "The file holds nothing.",
    advice: "Start a framework with `waymark framework new`, or a review with `waymark review new`.")
  public static let notText = DiagnosticCode(
    "not-text", "The file is no text: it looks like a workbook, document or image.",
    advice: "Waymark reads YAML text. Save or export the content as a text file.")
  public static let notUTF8 = DiagnosticCode(
    "not-utf-8", "The text is not encoded in UTF-8.",
    advice: "Save the file again with the encoding UTF-8.")
  public static let byteOrderMark = DiagnosticCode(
    "byte-order-mark", "The file starts with an invisible byte order mark.", severity: .warning,
    advice: "Save it as UTF-8 without a byte order mark; some programs stumble over it.")
  public static let nulByte = DiagnosticCode(
    "nul-byte", "The text holds a NUL byte.", advice: "Delete the invisible character at this place.")
  public static let controlCharacter = DiagnosticCode(
    "control-character", "The text holds a control character that YAML does not allow.",
    advice: "Delete the invisible character at this place.")
  public static let tabIndentation = DiagnosticCode(
    "tab-indentation", "A tab is used where YAML wants spaces.",
    advice: "Indent with two spaces a level; most editors can turn tabs into spaces.")
  public static let syntax = DiagnosticCode(
    "yaml-syntax", "The text is not well-formed YAML.",
    advice:
      "Compare the indentation and the quotes with the lines around it. Reading stops at the first such mistake."
  )
  public static let severalDocuments = DiagnosticCode(
    "several-documents", "The file holds more than one YAML document.",
    advice:
      "Keep one document a file: remove the line `---` and what follows, or move it to a file of its own.")
  public static let tag = DiagnosticCode(
    "tag", "A value carries a YAML tag such as `!!str`.",
    advice: "Remove the tag; each field knows its own type.")
  public static let unknownAlias = DiagnosticCode(
    "unknown-alias", "An alias names an anchor that does not stand before it.",
    advice: "Check the spelling of the anchor, or write the value out.")
  public static let aliasExpansion = DiagnosticCode(
    "alias-expansion", "Aliases repeat more content than the limit allows.",
    advice: "Write the content out, or use fewer aliases.")
  public static let nestingTooDeep = DiagnosticCode(
    "nesting-too-deep", "The document nests deeper than 64 levels.",
    advice: "Frameworks rarely need more than ten; check brackets and indentation.")
  public static let keyNotText = DiagnosticCode(
    "key-not-text", "A key is a list or a mapping instead of a name.",
    advice: "Write a plain name before the colon.")
  public static let mergeKey = DiagnosticCode(
    "merge-key", "The YAML merge key `<<` is not part of Waymark's documents.",
    advice: "Write the fields out; a variant (`extends`) is the way to share content.")

  public static let all = [
    fileTooLarge, emptyFile, notText, notUTF8, byteOrderMark, nulByte, controlCharacter, tabIndentation,
    syntax,
    severalDocuments, tag, unknownAlias, aliasExpansion, nestingTooDeep, keyNotText, mergeKey,
  ]
}
