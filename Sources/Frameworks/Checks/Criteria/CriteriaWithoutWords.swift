import Diagnostics

/// A criterion without a title and without a text would be an empty line on paper.
enum CriteriaWithoutWords: FrameworkCheck {
  static let criterionWithoutWords = DiagnosticCode(
    "criterion-without-words", "A criterion has neither a title nor a text.",
    advice: "Add a title, a text, or both.")
  static let codes = [criterionWithoutWords]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for index in resolved.criteria.indices {
      if resolved.criteria[index].criterion.title?.isEmpty == false { continue }
      if resolved.criteria[index].criterion.text?.isEmpty == false { continue }
      bag.report(
        criterionWithoutWords, message(resolved.criteria[index].path),
        at: resolved.criteria[index].criterion.place)
    }
  }

  private static func message(_ path: String) -> String { "“\(path)” has neither a title nor a text." }
}
