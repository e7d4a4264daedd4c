import Diagnostics

/// Two points with one value could not be told apart in a figure.
enum DuplicatePointValues: FrameworkCheck {
  static let duplicatePointValue = DiagnosticCode(
    "duplicate-point-value", "Two points of a scale have the same value.",
    advice: "Give each point a value of its own.")
  static let codes = [duplicatePointValue]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for scale in resolved.framework.scales {
      var seen: [Int: String] = [:]
      for point in scale.value.points {
        guard let value = point.value else { continue }
        if let first = seen[value] {
          bag.report(duplicatePointValue, message(point.id.value, value, first), at: point.range)
        } else {
          seen[value] = point.id.value
        }
      }
    }
  }

  private static func message(_ point: String, _ value: Int, _ first: String) -> String {
    "The point “\(point)” has the value \(value), as “\(first)” has."
  }
}
