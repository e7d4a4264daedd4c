import Diagnostics

/// A point of an ordinal or interval scale needs a value: it is its place in the order, and what people write
/// in a review.
enum PointsWithoutValue: FrameworkCheck {
  static let pointWithoutValue = DiagnosticCode(
    "point-without-value", "A point of an ordinal or interval scale has no value.",
    advice: "Give the point a whole number, or make the scale `kind: nominal` if its points have no order.")
  static let codes = [pointWithoutValue]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for scale in resolved.framework.scales where scale.value.kind != .nominal {
      for point in scale.value.points where point.value == nil {
        bag.report(pointWithoutValue, message(point.id.value), at: point.range)
      }
    }
  }

  private static func message(_ point: String) -> String { "The point “\(point)” has no value." }
}
