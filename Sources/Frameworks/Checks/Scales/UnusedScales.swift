import Diagnostics

/// A scale that nothing uses is most often left over from an earlier draft, or its name is misspelt where it
/// is used.
enum UnusedScales: FrameworkCheck {
  static let unusedScale = DiagnosticCode(
    "unused-scale", "A scale is not used by anything.", severity: .warning,
    advice: "Name it under `judging`, or in a criterion, a measure or a tool, or remove it.")
  static let codes = [unusedScale]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var used: Set<String> = []
    for kind in resolved.markingKinds {
      if let scale = resolved.framework.judging[kind]?.scale { used.insert(scale.value) }
    }
    for index in resolved.criteria.indices {
      if let scale = resolved.criteria[index].criterion.scale { used.insert(scale.value) }
    }
    used.formUnion(resolved.framework.tools.compactMap { $0.scale?.value })
    used.formUnion(resolved.framework.measures.compactMap { $0.scale?.value })
    // A name that is misspelt where it is used is reported there, and is likely the one that seems unused.
    guard used.allSatisfy({ resolved.scaleIndex($0) != nil }) else { return }
    for scale in resolved.framework.scales where !used.contains(scale.key.value) {
      bag.report(unusedScale, message(scale.key.value), at: scale.key.range)
    }
  }

  private static func message(_ scale: String) -> String {
    "Nothing is judged, counted or sorted on the scale “\(scale)”."
  }
}
