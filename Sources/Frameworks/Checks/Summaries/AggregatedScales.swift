import Diagnostics

/// An aggregation must suit the scales of the judgements that it sums up. A median needs an order, a mean
/// needs values, nothing sums up two scales at once, and where nothing below is judged there is nothing to
/// sum up.
enum AggregatedScales: FrameworkCheck {
  static let needsOrder = DiagnosticCode(
    "aggregate-needs-order",
    "An aggregation needs an order, but what it sums up is judged on nominal scales.",
    advice: "Use `mode` or `distribution`, or make the scale ordinal.")
  static let needsValues = DiagnosticCode(
    "aggregate-needs-values", "A mean needs values, but what it sums up is judged on nominal scales.",
    advice: "Use `mode` or `distribution`, or give the scale values.")
  static let mixedScales = DiagnosticCode(
    "aggregate-mixed-scales", "An aggregation would have to sum up judgements on different scales.",
    severity: .warning,
    advice: "Only the criteria on the scale that most of them share count; the others are left out.")
  static let sumsNothing = DiagnosticCode(
    "aggregate-sums-nothing", "An aggregation stands where nothing below is judged.", severity: .warning,
    advice: "Remove it, or move it to a level above the judged one.")
  static let codes = [needsOrder, needsValues, mixedScales, sumsNothing]

  private static let ordering: Set = ["median", "min", "max", "proportion"]
  private static let averaging: Set = ["mean", "weighted-mean"]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    guard resolved.criteria.contains(where: { $0.ownScale != nil || $0.peerScale != nil }) else { return }
    for use in resolved.aggregateUses {
      let name = use.aggregate.name.value
      guard name == "mode" || ordering.contains(name) || averaging.contains(name) else { continue }
      check(use, name, resolved, into: &bag)
    }
  }

  private static func check(
    _ use: AggregateUse, _ name: String, _ resolved: ResolvedFramework, into bag: inout DiagnosticBag
  ) {
    var judged = 0
    var usable = 0
    var leftOut: (count: Int, scale: String)?
    for kind in resolved.markingKinds {
      for span in use.spans {
        var tally: [Int: Int] = [:]
        for index in span {
          guard let scale = resolved.judgedScale(index, by: kind) else { continue }
          judged += 1
          // Names without an order never take part in a median or a mean; there is no choice to warn of.
          if name == "mode" || resolved.framework.scales[scale].value.kind != .nominal {
            tally[scale, default: 0] += 1
          }
        }
        usable += tally.values.reduce(0, +)
        if tally.count > 1, leftOut == nil,
          let most = tally.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        {
          leftOut = (
            tally.values.reduce(0, +) - most.value, resolved.framework.scales[most.key].key.value
          )
        }
      }
    }
    let place = use.aggregate.name.range
    if judged == 0 {
      bag.report(sumsNothing, messageForNothing(name), at: place)
    } else if usable == 0 {
      bag.report(averaging.contains(name) ? needsValues : needsOrder, message(name), at: place)
    } else if let leftOut {
      bag.report(mixedScales, message(name, leftOut.count, leftOut.scale), at: place)
    }
  }

  private static func messageForNothing(_ name: String) -> String {
    "There is nothing judged below for “\(name)” to sum up."
  }
  private static func message(_ name: String) -> String { "“\(name)” cannot sum up names without an order." }
  private static func message(_ name: String, _ count: Int, _ scale: String) -> String {
    "“\(name)” sums up the criteria on “\(scale)”; \(count) on other scales \(count == 1 ? "is" : "are") left out."
  }
}
