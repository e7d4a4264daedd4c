import Diagnostics

/// Mistakes of form: keys, types and the spelling of single values.
public enum ShapeCodes {
  public static let schemaMissing = DiagnosticCode(
    "schema-missing", "The document does not say what it is.",
    advice: "The first line should name the kind and its version, such as `schema: waymark.framework/1`.")
  public static let schemaUnknown = DiagnosticCode(
    "schema-unknown", "The document is of another kind than the command expects.",
    advice: "Check the file name, or the line `schema:`.")
  public static let schemaVersion = DiagnosticCode(
    "schema-version", "The document is written for another version of Waymark's format.",
    advice: "Use a Waymark that reads this version, or change `schema:` if it is a slip.")
  public static let unknownKey = DiagnosticCode(
    "unknown-key", "A key is not one of those that may stand here.",
    advice: "Correct the spelling. Keys of your own may start with `x-`.")
  public static let missingKey = DiagnosticCode(
    "missing-key", "A key that must be there is missing.",
    advice: "Add the key; the reference page says what it holds.")
  public static let duplicateKey = DiagnosticCode(
    "duplicate-key", "A key stands twice in one mapping.", advice: "Keep one of the two.")
  public static let emptyValue = DiagnosticCode(
    "empty-value", "A key that must have a value has none.", advice: "Write the value behind the colon.")
  public static let wrongType = DiagnosticCode(
    "wrong-type", "A list, a mapping or a single value stands where another of these is wanted.",
    advice: "Check the indentation and the dashes of this part against the reference page.")
  public static let tooFew = DiagnosticCode(
    "too-few", "A list has too few entries.", advice: "Add entries, or remove what refers to the list.")
  public static let notASlug = DiagnosticCode(
    "not-a-slug", "An id is not made of lower-case letters, digits and single hyphens.",
    advice:
      "Ids are like `our-impact` or `area-1`: they start with a letter or digit and have at most 64 characters."
  )
  public static let notAPath = DiagnosticCode(
    "not-a-path", "A criterion's path is not made of ids joined by `/`.",
    advice: "A path is like `our-impact/collecting/systems`.")
  public static let notAnAddress = DiagnosticCode(
    "not-an-address", "An address is not made of keys and ids joined by `/`.",
    advice:
      "An address is like `our-impact/achievement`, `coverage/must` or `scales/depth/points/good/label`.")
  public static let notAnInteger = DiagnosticCode(
    "not-an-integer", "A whole number is wanted.",
    advice: "Write digits only, with a minus sign where needed.")
  public static let notANumber = DiagnosticCode(
    "not-a-number", "A number is wanted.",
    advice: "Write a number such as 2 or 0.5, with a point for decimals.")
  public static let outOfRange = DiagnosticCode(
    "out-of-range", "A number lies outside what is possible here.",
    advice: "Use a number within the limits named.")
  public static let octalNumber = DiagnosticCode(
    "octal-number", "A number starts with 0, which older YAML reads as octal.",
    advice: "Leave the leading zeros away, or put a text such as a code in quotes.")
  public static let notABoolean = DiagnosticCode(
    "not-a-boolean", "`true` or `false` is wanted.", advice: "Write `true` or `false`.")
  public static let unknownChoice = DiagnosticCode(
    "unknown-choice", "A word is not one of those that may stand here.", advice: "Use one of the words named."
  )
  public static let notSemVer = DiagnosticCode(
    "not-semver", "A version is not of the form MAJOR.MINOR.PATCH.",
    advice: "Versions follow SemVer 2.0.0, such as 1.0.0 or 2.1.0-draft.1.")
  public static let notADate = DiagnosticCode(
    "not-a-date", "A date is not of the form YYYY-MM-DD, or does not exist.",
    advice: "Write dates like 2026-01-31.")
  public static let notAPeriod = DiagnosticCode(
    "not-a-period", "A school year is not of the form 2025-26.",
    advice: "Write the year it starts in and the last two digits of the next.")
  public static let notAnInterval = DiagnosticCode(
    "not-an-interval", "A stretch of time is not written as days, weeks, months or years.",
    advice: "Write P90D, P2W, P6M or P1Y; from one to another is P1W..P2W, with the shorter one first.")
  public static let notAMonthDay = DiagnosticCode(
    "not-a-month-day", "A day of the year is not written as month and day.",
    advice: "Write 09-01 for the first of September.")
  public static let notADigest = DiagnosticCode(
    "not-a-digest", "A digest is not `sha256:` with 64 hexadecimal digits.",
    advice: "Copy it from `waymark framework show`.")
  public static let notAReference = DiagnosticCode(
    "not-a-reference", "A school's id is neither a URN of six digits nor a slug.",
    advice: "Use the school's URN, or the slug under which the partnership registered it.")
  public static let textCut = DiagnosticCode(
    "text-cut", "A text is cut off by ` #`: YAML takes the rest of the line for a comment.",
    advice: "Put the whole text in quotes: \"See area #1\".")
  public static let commentAfterText = DiagnosticCode(
    "comment-after-text", "A comment follows a text on the same line.", severity: .warning,
    advice: "If it belongs to the text, put the whole in quotes; if not, move it to a line of its own.")
  public static let unquotedWord = DiagnosticCode(
    "unquoted-word", "A text is a word that older YAML programs read as true, false or nothing.",
    severity: .warning,
    advice: "Waymark reads it as text. Put it in quotes, so that every program does.")
  public static let unquotedNumber = DiagnosticCode(
    "unquoted-number", "A text is a number with leading zeros, which older YAML programs read as octal.",
    severity: .warning,
    advice: "Waymark reads it as text. Put it in quotes, so that every program does.")

  public static let tagMissing = DiagnosticCode(
    "kind-missing", "An entry does not say which of several kinds it is.",
    advice: "Start it with one of the keys named.")
  public static let tagTwice = DiagnosticCode(
    "kind-twice", "An entry is of two kinds at once.", advice: "Make two entries of it.")

  public static let all = [
    schemaMissing, schemaUnknown, schemaVersion, unknownKey, missingKey, duplicateKey, emptyValue, wrongType,
    tooFew,
    notASlug, notAPath, notAnAddress, notAnInteger, notANumber, outOfRange, octalNumber, notABoolean,
    unknownChoice,
    notSemVer,
    notADate, notAPeriod, notAnInterval, notAMonthDay, notADigest, notAReference, textCut, commentAfterText,
    unquotedWord, unquotedNumber, tagMissing, tagTwice,
  ]
}
