import Diagnostics

/// The points of a nominal scale are names without an order. A value would suggest one, and invite means of
/// names.
enum NominalValues: FrameworkCheck {
  static let nominalWithValue = DiagnosticCode(
    "nominal-with-value", "A point of a nominal scale has a value.",
    advice: "Remove the value, or make the scale `kind: ordinal` if its points have an order.")
  static let codes = [nominalWithValue]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for scale in resolved.framework.scales where scale.value.kind == .nominal {
      for point in scale.value.points {
        if let value = point.value {
          bag.report(nominalWithValue, message(point.id.value, value), at: point.range)
        }
      }
    }
  }

  private static func message(_ point: String, _ value: Int) -> String {
    "The scale is nominal, but its point “\(point)” has the value \(value)."
  }
}
