import Diagnostics

/// A framework without any mark has no figures: nothing to score, to publish or to compare.
enum NothingJudged: FrameworkCheck {
  static let nothingJudged = DiagnosticCode(
    "nothing-judged", "Neither the school itself nor its peers mark anything.", severity: .warning,
    advice: "If that is meant, reviews hold comments only. Else say under `judging` which level is marked.")
  static let codes = [nothingJudged]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    if resolved.framework.judging.range != .nowhere, resolved.markingKinds.isEmpty {
      bag.report(nothingJudged, message, at: resolved.framework.judging.range)
    }
  }

  private static let message = "Both `self` and `peer` are `none`, so nothing is judged."
}
