import Diagnostics

/// A criterion that names a scale looks as if it were judged. Where nobody judges its level, the author
/// should know.
enum ScalesNotJudged: FrameworkCheck {
  static let scaleNotJudged = DiagnosticCode(
    "scale-not-judged", "A criterion names a scale, but nobody judges it.", severity: .warning,
    advice: "Remove `scale`, or have this level judged.")
  static let codes = [scaleNotJudged]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for index in resolved.criteria.indices where !resolved.isOnJudgedLevel(index) {
      if let scale = resolved.criteria[index].criterion.scale {
        bag.report(scaleNotJudged, message(resolved.criteria[index].path), at: scale.range)
      }
    }
  }

  private static func message(_ path: String) -> String { "“\(path)” names a scale, but nobody judges it." }
}
