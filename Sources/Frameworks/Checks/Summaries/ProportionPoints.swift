import Diagnostics

/// A proportion is the share of judgements at or above a point, so it must say which, and the scale must have
/// it.
enum ProportionPoints: FrameworkCheck {
  static let withoutPoint = DiagnosticCode(
    "proportion-without-point", "A proportion does not say from which point on judgements count.",
    advice: "Write `{aggregate: proportion, point: …}` with the lowest point that counts.")
  static let unknownPoint = DiagnosticCode(
    "aggregate-unknown-point", "A proportion names a point that no scale below it has.",
    advice: "Use the id of a point of the scale on which the criteria are judged.")
  static let codes = [withoutPoint, unknownPoint]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for use in resolved.aggregateUses where use.aggregate.name.value == "proportion" {
      guard let point = use.aggregate.point else {
        bag.report(withoutPoint, message, at: use.aggregate.name.range)
        continue
      }
      var scales: Set<Int> = []
      for span in use.spans {
        for index in span {
          for kind in ReviewKind.allCases {
            if let scale = resolved.judgedScale(index, by: kind) { scales.insert(scale) }
          }
        }
      }
      let points = scales.sorted().flatMap { resolved.framework.scales[$0].value.points.map(\.id.value) }
      if !points.isEmpty, !points.contains(point.value) {
        var names = NameSuggester(points)
        bag.report(unknownPoint, message(point.value), help: names.help(for: point.value), at: point.range)
      }
    }
  }

  private static let message = "This proportion names no point."
  private static func message(_ point: String) -> String { "No scale below has a point “\(point)”." }
}
