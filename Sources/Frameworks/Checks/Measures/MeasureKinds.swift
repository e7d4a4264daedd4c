import Diagnostics

/// A measure that counts by points, or is a point, needs the scale whose points they are; one that is a
/// number or a yes or no needs none. Limits are for numbers and counts.
enum MeasureKinds: FrameworkCheck {
  static let withoutScale = DiagnosticCode(
    "measure-without-scale", "A measure of points does not say on which scale.",
    advice: "Add `scale` with the id of one of the scales.")
  static let scaleUnused = DiagnosticCode(
    "measure-scale-unused", "A measure names a scale but has no points.",
    advice: "Write `kind: counts` or `kind: point`, or remove `scale`.")
  static let limitsUnused = DiagnosticCode(
    "measure-limits-unused", "A measure that is no number has limits.",
    advice: "Remove `atLeast` and `atMost`, or write `kind: number`.")
  static let withoutUnit = DiagnosticCode(
    "counts-without-unit", "A measure counts something, but does not say what.", severity: .warning,
    advice: "Add `unit`, such as `pupils`.")
  static let codes = [withoutScale, scaleUnused, limitsUnused, withoutUnit]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for measure in resolved.framework.measures {
      let place = measure.id.range
      let hasPoints = measure.kind == .counts || measure.kind == .point
      if hasPoints, measure.scale == nil {
        bag.report(withoutScale, message(scale: measure.id.value), at: place)
      } else if !hasPoints, let scale = measure.scale {
        bag.report(scaleUnused, message(measure.id.value, "scale", measure.kind), at: scale.range)
      }
      let hasLimits = measure.atLeast != nil || measure.atMost != nil
      if hasLimits, measure.kind == .point || measure.kind == .yesNo {
        let key = measure.atLeast == nil ? "atMost" : "atLeast"
        bag.report(limitsUnused, message(measure.id.value, key, measure.kind), at: place)
      }
      if measure.kind == .counts, measure.unit?.isEmpty ?? true {
        bag.report(withoutUnit, message(unit: measure.id.value), at: place)
      }
    }
  }

  private static func message(scale measure: String) -> String { "“\(measure)” names no scale." }
  private static func message(unit measure: String) -> String { "“\(measure)” does not say what it counts." }
  private static func message(_ measure: String, _ key: String, _ kind: Measure.Kind) -> String {
    "`\(key)` says nothing about “\(measure)”, which is of the kind `\(kind.rawValue)`."
  }
}
