import Expressions
import Testing

/// An expression whose mistake is marked: `1 +⟦⟧`, `⟦x⟧ y`.
struct MarkedExpression {
  let text: String
  let range: Range<Int>?

  init(_ marked: String) {
    let bytes = Array(marked.utf8)
    let opening = Array("⟦".utf8)
    let closing = Array("⟧".utf8)
    let start = bytes.firstRange(of: opening)?.lowerBound
    let end = bytes.firstRange(of: closing)?.lowerBound
    text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    range = if let start, let end { start..<end - opening.count } else { nil }
  }

  /// The issues of the expression, which must not parse.
  func issues() throws -> [ExpressionIssue] {
    var issues: [ExpressionIssue] = []
    #expect(ParsedExpression.parse(text, issues: &issues) == nil, "\(text)")
    #expect(!issues.isEmpty)
    return issues
  }
}
