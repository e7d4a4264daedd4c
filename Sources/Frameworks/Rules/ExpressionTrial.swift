import Diagnostics
import Expressions

/// An expression that somebody tries, outside of any framework file: its mistakes are shown in its own text.
public struct ExpressionTrial {
  /// `nil` where it has mistakes, which ``bag`` holds.
  public let program: Program?
  public private(set) var sources = SourceMap()
  public let bag: DiagnosticBag
  private let file: FileID
  private let text: String

  public init(_ text: String, in environment: Environment) {
    self.text = text
    let source = SourceFile(path: "expression", bytes: Array(text.utf8))
    file = sources.add(source)
    var compiler = ExpressionCompiler(text: { _ in nil })
    compiler.isWholeFile = true
    program = compiler.compile(
      Located(text, at: SourceRange(file: file, start: 0, end: UInt32(text.utf8.count))), in: environment,
      as: .any)
    bag = compiler.bag
  }

  /// A failure at its place.
  public func failed(_ error: EvaluationError) -> DiagnosticBag {
    var bag = DiagnosticBag()
    bag.report(
      ExpressionCodes.failedHere, "The expression fails on this document: \(error.message).",
      at: SourceRange(
        file: file, start: UInt32(error.range.lowerBound), end: UInt32(error.range.upperBound)))
    return bag
  }

  /// Each part with what came of it, a line each, inner parts first.
  public func parts(_ explanation: Explanation) -> String {
    let bytes = Array(text.utf8)
    let lines = explanation.parts.map { part -> String in
      let words = part.outcomes.map { outcome in
        switch outcome {
        case .value(let value): ValueText.text(value, most: 80)
        case .notEvaluable(let reason, _): "not evaluable (\(reason.subject))"
        case .error(let error): "error: \(error.message)"
        }
      }
      let shown = String(decoding: bytes[part.range], as: UTF8.self).split(whereSeparator: \.isNewline)
        .joined(separator: " ")
      return "  \(shown)  =  \(words.joined(separator: ", "))\(part.count > words.count ? ", …" : "")"
    }
    return lines.joined(separator: "\n")
  }
}
