import Expressions
import Testing

/// The public conformance cases by their types: what they want checked has no mistake, and what may not be
/// checked, since it is mistaken, is reported.
@Suite struct CheckConformanceTests {
  @Test(.enabled(if: ConformanceCase.folder != nil, "WAYMARK_VECTORS names no folder of vectors"))
  func `the cases of the common language`() throws {
    var wrong: [String] = []
    var refused = 0
    for vector in try ConformanceCase.all() {
      var issues: [ExpressionIssue] = []
      guard let parsed = ParsedExpression.parse(vector.text, issues: &issues) else { continue }
      let environment = Environment(vector.variables, container: vector.container)
      let checked = CheckedExpression.check(
        parsed, in: environment, options: CheckOptions(constants: false), issues: &issues)
      if vector.isChecked, checked == nil {
        wrong.append("\(vector.name): \(vector.text.prefix(100)): \(issues.map(\.message))")
      } else if !vector.isChecked, checked == nil {
        refused += 1
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    // The others mix types in lists or in names, which the check leaves to the evaluation.
    #expect(refused >= 50, "\(refused) of 66")
  }
}
