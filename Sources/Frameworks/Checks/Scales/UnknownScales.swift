import Diagnostics

/// A scale that `judging`, a criterion, a measure or a tool names must stand under `scales`; else nobody could
/// judge, count or sort on it.
enum UnknownScales: FrameworkCheck {
  static let unknownScale = DiagnosticCode(
    "unknown-scale", "A scale is named that does not stand under `scales`.",
    advice: "Correct the name, or add the scale under `scales`.")
  static let codes = [unknownScale]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    var names = NameSuggester(framework.scales.map(\.key.value))
    func check(_ scale: Located<String>?) {
      guard let scale, !scale.value.isEmpty, resolved.scaleIndex(scale.value) == nil else { return }
      bag.report(unknownScale, message(scale.value), help: names.help(for: scale.value), at: scale.range)
    }
    check(framework.judging.own?.scale)
    check(framework.judging.peer?.scale)
    for index in resolved.criteria.indices { check(resolved.criteria[index].criterion.scale) }
    for tool in framework.tools { check(tool.scale) }
    for measure in framework.measures { check(measure.scale) }
  }

  private static func message(_ scale: String) -> String { "No scale is called “\(scale)”." }
}
