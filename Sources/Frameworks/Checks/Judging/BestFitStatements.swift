import Diagnostics

/// Best fit means choosing the point whose statements fit best; without statements there is nothing to choose
/// by.
enum BestFitStatements: FrameworkCheck {
  static let bestFitWithoutStatements = DiagnosticCode(
    "best-fit-without-statements", "A criterion is judged by best fit but has no statements.",
    severity: .warning,
    advice: "Add statements, or use `method: point`.")
  static let codes = [bestFitWithoutStatements]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for kind in resolved.markingKinds {
      guard let marking = resolved.framework.judging[kind], marking.method == .bestFit,
        let level = resolved.judgedLevel(kind)
      else { continue }
      let judged = resolved.criteria.indices.filter { resolved.criteria[$0].level == level }
      let bare = judged.filter { resolved.criteria[$0].criterion.statements.isEmpty }
      if !bare.isEmpty, bare.count == judged.count {
        bag.report(bestFitWithoutStatements, messageForAll, at: marking.range)
      } else {
        for index in bare {
          bag.report(
            bestFitWithoutStatements, message(resolved.criteria[index].path),
            at: resolved.criteria[index].criterion.place)
        }
      }
    }
  }

  private static let messageForAll = "No criterion of this level has statements to choose by."
  private static func message(_ path: String) -> String { "“\(path)” has no statements to choose by." }
}
