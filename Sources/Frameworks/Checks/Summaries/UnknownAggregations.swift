import Diagnostics

/// The name of an aggregation must be one that Waymark knows. `best-fit` is one of the ways to judge:
/// reviewers choose by best fit, and no formula does it for them.
enum UnknownAggregations: FrameworkCheck {
  static let unknownAggregation = DiagnosticCode(
    "unknown-aggregation", "An aggregation is named that does not exist.",
    advice: "Use one of: none, distribution, median, mean, weighted-mean, mode, min, max, proportion.")
  static let codes = [unknownAggregation]

  static let names = [
    "none", "distribution", "median", "mean", "weighted-mean", "mode", "min", "max", "proportion",
  ]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let known = Set(names)
    // Which aggregations a plugin has is known where it is: when a review is scored.
    for use in resolved.aggregateUses
    where use.aggregate.plugin == nil && !known.contains(use.aggregate.name.value) {
      let name = use.aggregate.name.value
      if name == Marking.Method.bestFit.rawValue {
        bag.report(unknownAggregation, messageForBestFit, help: helpForBestFit, at: use.aggregate.name.range)
      } else {
        let help = NearestName.of(name, among: names).map { "Did you mean “\($0)”?" } ?? ""
        bag.report(unknownAggregation, message(name), help: help, at: use.aggregate.name.range)
      }
    }
  }

  private static func message(_ name: String) -> String { "No aggregation is called “\(name)”." }
  private static let messageForBestFit = "“best-fit” is how a reviewer judges; it does not sum up judgements."
  private static let helpForBestFit =
    "Write `method: best-fit` under `judging`, and sum up with `median`, for example."
}
