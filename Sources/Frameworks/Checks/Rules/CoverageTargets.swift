import Diagnostics

/// A coverage condition counts criteria of one level, below one criterion or among some; the level and the
/// criteria must exist, and those it chooses among must be of the level that it counts.
enum CoverageTargets: FrameworkCheck {
  static let unknownCriterion = DiagnosticCode(
    "coverage-unknown-criterion", "A coverage condition names a criterion that does not exist.",
    advice: "Use the criterion's path: its ids from the top down, joined by `/`.")
  static let unknownLevel = DiagnosticCode(
    "coverage-unknown-level", "A coverage condition counts a level that does not exist.",
    advice: "Use the id of one of the levels.")
  static let wrongLevel = DiagnosticCode(
    "among-wrong-level", "A coverage condition chooses among criteria of another level than it counts.",
    advice: "Name criteria of the level that is counted, or change `level`.")
  static let codes = [unknownCriterion, unknownLevel, wrongLevel]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var paths = PathSuggester(resolved)
    var levels = NameSuggester(resolved.framework.levels.map(\.id.value))
    for condition in resolved.framework.coverage.all {
      let level = resolved.level(condition.level.value)
      if level == nil, !condition.level.value.isEmpty, !resolved.framework.levels.isEmpty {
        bag.report(
          unknownLevel, messageForLevel(condition.level.value), help: levels.help(for: condition.level.value),
          at: condition.level.range)
      }
      if let under = condition.under, resolved.criterion(under.value) == nil {
        bag.report(
          unknownCriterion, message(under.value), help: paths.help(for: under.value), at: under.range)
      }
      for path in condition.among {
        guard let criterion = resolved.criterion(path.value) else {
          bag.report(unknownCriterion, message(path.value), help: paths.help(for: path.value), at: path.range)
          continue
        }
        if let level, criterion.level != level {
          bag.report(wrongLevel, message(path.value, condition.level.value), at: path.range)
        }
      }
    }
  }

  private static func message(_ path: String) -> String { "There is no criterion “\(path)”." }
  private static func message(_ path: String, _ level: String) -> String {
    "“\(path)” is not of the level “\(level)” that is counted here."
  }
  private static func messageForLevel(_ level: String) -> String { "No level is called “\(level)”." }
}
