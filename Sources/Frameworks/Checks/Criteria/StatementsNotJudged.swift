import Diagnostics

/// Statements describe the points of a judgement. On a criterion that nobody judges they describe nothing.
enum StatementsNotJudged: FrameworkCheck {
  static let statementNotJudged = DiagnosticCode(
    "statement-not-judged", "A criterion has statements, but nobody judges it.", severity: .warning,
    advice: "Move the statements to a level that is judged, or have this level judged.")
  static let codes = [statementNotJudged]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for index in resolved.criteria.indices where !resolved.isOnJudgedLevel(index) {
      if let statement = resolved.criteria[index].criterion.statements.first {
        bag.report(statementNotJudged, message(resolved.criteria[index].path), at: statement.id.range)
      }
    }
  }

  private static func message(_ path: String) -> String {
    "Nobody judges “\(path)”, so its statements describe nothing."
  }
}
