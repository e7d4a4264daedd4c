import Diagnostics

/// Levels name the depths of the tree of criteria. A level that no criterion reaches was misplaced, or its
/// criteria are indented wrongly.
enum EmptyLevels: FrameworkCheck {
  static let emptyLevel = DiagnosticCode(
    "empty-level", "A level has no criterion.",
    advice: "Add criteria of that depth, remove the level, or check the indentation of `criteria`.")
  static let codes = [emptyLevel]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    guard !resolved.criteria.isEmpty else { return }
    var deepest = 0
    for index in resolved.criteria.indices { deepest = max(deepest, resolved.criteria[index].level) }
    for level in resolved.framework.levels.dropFirst(deepest + 1) {
      bag.report(emptyLevel, message(level.id.value), at: level.id.range)
    }
  }

  private static func message(_ level: String) -> String {
    "No criterion is deep enough to be of the level “\(level)”."
  }
}
