import Diagnostics

/// A scale that `judging` or a criterion names must stand under `scales`; else nobody could judge on it.
enum UnknownScales: FrameworkCheck {
  static let unknownScale = DiagnosticCode(
    "unknown-scale", "A scale is named that does not stand under `scales`.",
    advice: "Correct the name, or add the scale under `scales`.")
  static let codes = [unknownScale]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var names = NameSuggester(resolved.framework.scales.map(\.key.value))
    func check(_ scale: Located<String>?) {
      guard let scale, resolved.scaleIndex(scale.value) == nil else { return }
      bag.report(unknownScale, message(scale.value), help: names.help(for: scale.value), at: scale.range)
    }
    check(resolved.framework.judging.own?.scale)
    check(resolved.framework.judging.peer?.scale)
    for index in resolved.criteria.indices { check(resolved.criteria[index].criterion.scale) }
  }

  private static func message(_ scale: String) -> String { "No scale is called “\(scale)”." }
}
