import Diagnostics
import Expressions

/// Mistakes in expressions: those of grammar, of names and types, and of what can never come true.
public enum ExpressionCodes {
  static let syntax = DiagnosticCode(
    "expression-syntax", "An expression does not follow the grammar.",
    advice: "Expressions are CEL; docs/reference/expressions.md shows its operators, functions and macros.")
  static let tooLarge = DiagnosticCode(
    "expression-too-large", "An expression is longer or more deeply nested than may be.",
    advice: "Divide it into several rules or signals.")
  static let unknownName = DiagnosticCode(
    "expression-unknown-name", "An expression names a variable that does not exist.",
    advice:
      "The variables stand in docs/reference/expressions.md. The hyphens of ids become underscores in names; a criterion is `j[\"its/path\"]`."
  )
  static let unknownFunction = DiagnosticCode(
    "expression-unknown-function", "An expression calls a function that does not exist.",
    advice: "The functions stand in docs/reference/expressions.md.")
  static let wrongTypes = DiagnosticCode(
    "expression-wrong-types", "A function or operator in an expression cannot take what it is given.",
    advice:
      "Compare numbers with numbers, texts with texts, dates with dates; convert with `int()`, `string()` and the like."
  )
  static let unknownField = DiagnosticCode(
    "expression-unknown-field", "An expression reads a field that does not exist.",
    advice:
      "The fields stand in docs/reference/expressions.md; facts, measures and form fields are the framework's own."
  )
  static let unknownKey = DiagnosticCode(
    "expression-unknown-criterion",
    "An expression reads a criterion or level that does not exist, or that nobody judges.",
    advice: "Use the path of a judged criterion: its ids from the top down, joined by `/`.")
  static let impossibleValue = DiagnosticCode(
    "expression-impossible-value", "An expression compares with a value that can never stand there.",
    advice: "Use the id of a point of the scale, of a choice, or of a category.")
  static let twoScales = DiagnosticCode(
    "expression-two-scales", "An expression sets values of two scales beside one another.",
    advice: "A point of one scale says nothing about another; compare each with points of its own.")
  static let alphabetical = DiagnosticCode(
    "expression-alphabetical", "An expression puts the ids of points in the order of the alphabet.",
    advice: "Compare `value`, the point's number, instead of `point`, its id.")
  static let failing = DiagnosticCode(
    "expression-always-fails", "A part of an expression fails whenever it is worked out.",
    advice: "Correct the part that is named: a division by nothing, a number or a date that cannot be.")
  static let badPattern = DiagnosticCode(
    "expression-bad-pattern", "A pattern of `matches` cannot be read.",
    advice: "Patterns follow RE2, which has no back references and no look-around.")
  static let wrongResult = DiagnosticCode(
    "expression-wrong-result", "An expression gives another kind of value than is wanted here.",
    advice: "A rule, condition, signal or trigger is true or false; a trend is made of a number.")
  static let tooCostly = DiagnosticCode(
    "expression-too-costly", "An expression may take too many steps.",
    advice: "Lists within lists multiply: look at fewer of them, or divide the rule.")
  static let circle = DiagnosticCode(
    "signal-in-circle", "A signal builds on itself, straight or through others.",
    advice: "Signals may build on each other, in earlier reviews too, but not in a circle.")
  static let trendOfResults = DiagnosticCode(
    "trend-of-results", "A trend is made of signals or trends.",
    advice: "A trend follows a number from review to review: make it of measures or judgements.")

  /// What only a document brings to light, so that no framework is told of it.
  public static let failedHere = DiagnosticCode(
    "expression-failed", "An expression failed on a document.",
    advice: "`waymark expression eval … --explain` shows the value of each part.")

  public static let all = [
    syntax, tooLarge, unknownName, unknownFunction, wrongTypes, unknownField, unknownKey, impossibleValue,
    twoScales, alphabetical, failing, badPattern, wrongResult, tooCostly, circle, trendOfResults,
  ]

  static func code(of kind: ExpressionIssue.Kind) -> DiagnosticCode {
    switch kind {
    case .overLimit: tooLarge
    case .unknownName: unknownName
    case .unknownFunction: unknownFunction
    case .noOverload: wrongTypes
    case .unknownField: unknownField
    case .unknownKey: unknownKey
    case .impossibleValue: impossibleValue
    case .twoScales: twoScales
    case .alphabetical: alphabetical
    case .failingConstant: failing
    case .badPattern: badPattern
    case .wrongResult: wrongResult
    case .tooCostly: tooCostly
    default: syntax
    }
  }
}
