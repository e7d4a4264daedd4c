import Diagnostics
import Documents
import Expressions

/// Compiles the expressions of a framework and says what is wrong with them, at their very characters.
struct ExpressionCompiler {
  /// The files that the framework was read from.
  let text: (FileID) -> SourceFile?
  /// Whether an expression is a file of its own, not a value in YAML.
  var isWholeFile = false
  var bag = DiagnosticBag()

  init(text: @escaping (FileID) -> SourceFile?) { self.text = text }

  private static let options = CheckOptions(
    costLimit: RuleBook.costLimit, bounds: SizeBounds(listElements: 100, mapEntries: 100, textBytes: 256))

  /// The kind of value that is wanted.
  enum Wanted {
    case bool, wholeNumber, number, any

    /// Whether the checker itself can say so.
    var type: ValueType? {
      switch self {
      case .bool: .bool
      case .wholeNumber: .int
      case .number, .any: nil
      }
    }
  }

  /// - Returns: `nil` after a report.
  mutating func compile(_ text: Located<String>, in environment: Environment, as wanted: Wanted) -> Program? {
    guard !text.value.isEmpty else { return nil }
    var issues: [ExpressionIssue] = []
    guard let parsed = ParsedExpression.parse(text.value, issues: &issues) else {
      report(issues, in: text)
      return nil
    }
    let checked = CheckedExpression.check(
      parsed, in: environment, wanting: wanted.type, options: Self.options, issues: &issues)
    if let checked, wanted == .number, !checked.type.isNumber {
      issues.append(
        ExpressionIssue(
          .wrongResult, at: 0..<text.value.utf8.count, "a number is wanted here, and this is \(checked.type)")
      )
    }
    guard issues.isEmpty, checked != nil else {
      report(issues, in: text)
      return nil
    }
    return Program(parsed, in: environment)
  }

  mutating func reportCircle(_ signal: Signal) {
    bag.report(
      ExpressionCodes.circle, "The signal “\(signal.id.value)” builds on itself.",
      help: "Work it out from measures, judgements or other signals.", at: signal.when.range)
  }

  mutating func reportTrend(_ trend: Trend) {
    bag.report(
      ExpressionCodes.trendOfResults, "The trend “\(trend.id.value)” is made of signals or trends.",
      help: "Use measures or judgements.", at: trend.of.range)
  }

  private mutating func report(_ issues: [ExpressionIssue], in text: Located<String>) {
    // A rule that a declaration was rewritten into has no place; checks of the declaration say what is wrong.
    guard text.range != .nowhere else { return }
    let places = self.text(text.range.file).map { ScalarPlaces(of: text, in: $0) }
    for issue in issues {
      bag.report(
        ExpressionCodes.code(of: issue.kind), issue.message.sentence, help: issue.help?.sentence ?? "",
        at: isWholeFile ? text.part(issue.range) : places?.range(ofDecoded: issue.range) ?? text.range)
    }
  }
}

extension Located<String> {
  /// The characters of a text that is a file of its own.
  fileprivate func part(_ part: Range<Int>) -> SourceRange {
    SourceRange(
      file: range.file, start: range.start + UInt32(part.lowerBound),
      end: range.start + UInt32(part.upperBound))
  }
}

extension String {
  /// With a capital at the start and a full stop at the end.
  fileprivate var sentence: String {
    guard let first, let last else { return self }
    let isCall = prefix { !$0.isWhitespace }.contains("(")
    return (isCall ? String(first) : first.uppercased()) + dropFirst() + (".!?".contains(last) ? "" : ".")
  }
}

extension ValueType {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double, .dyn: true
    case .refined(let refinement): refinement.base != .string
    default: false
    }
  }
}
