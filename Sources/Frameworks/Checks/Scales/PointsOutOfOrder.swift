import Diagnostics

/// Points stand in their order, the lowest first. Where the values of an ordinal or interval scale fall from
/// one point to the next, either the order or a value is wrong, and charts and medians would show it the
/// wrong way round.
enum PointsOutOfOrder: FrameworkCheck {
  static let pointsOutOfOrder = DiagnosticCode(
    "points-out-of-order", "The values of a scale's points do not rise.",
    advice: "Write the points from the lowest to the highest.")
  static let codes = [pointsOutOfOrder]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for scale in resolved.framework.scales where scale.value.kind != .nominal {
      var last: (id: String, value: Int)?
      for point in scale.value.points {
        guard let value = point.value else { continue }
        if let last, value < last.value {
          bag.report(pointsOutOfOrder, message(point.id.value, value, last.id, last.value), at: point.range)
        }
        last = (point.id.value, value)
      }
    }
  }

  private static func message(_ point: String, _ value: Int, _ last: String, _ lastValue: Int) -> String {
    "The point “\(point)” has the value \(value), less than the \(lastValue) of “\(last)” before it."
  }
}
