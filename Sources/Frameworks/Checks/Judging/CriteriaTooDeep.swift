import Diagnostics

/// Every depth of the tree of criteria has a level that says what it is called.
enum CriteriaTooDeep: FrameworkCheck {
  static let criterionTooDeep = DiagnosticCode(
    "criterion-too-deep", "A criterion lies deeper than there are levels.",
    advice: "Add a level, or move the criterion up. Prompts that nobody judges belong under `questions`.")
  static let codes = [criterionTooDeep]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let count = resolved.framework.levels.count
    guard count > 0 else { return }
    for index in resolved.criteria.indices where resolved.criteria[index].level == count {
      // Its descendants are too deep for the same reason.
      if let parent = resolved.criteria[index].parent, resolved.criteria[parent].level == count { continue }
      bag.report(
        criterionTooDeep, message(resolved.criteria[index].path, count),
        at: resolved.criteria[index].criterion.place)
    }
  }

  private static func message(_ path: String, _ count: Int) -> String {
    "“\(path)” is at depth \(count + 1), but `levels` names \(count)."
  }
}
