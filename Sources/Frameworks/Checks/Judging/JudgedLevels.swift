import Diagnostics

/// `judging` says of which level the criteria are judged; that level must be one of `levels`.
enum JudgedLevels: FrameworkCheck {
  static let judgedLevelMissing = DiagnosticCode(
    "judged-level-missing", "The level that is judged does not stand under `levels`.",
    advice: "Use the id of one of the levels.")
  static let codes = [judgedLevelMissing]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    guard !resolved.framework.levels.isEmpty else { return }
    var names = NameSuggester(resolved.framework.levels.map(\.id.value))
    for kind in resolved.markingKinds {
      guard let level = resolved.framework.judging[kind]?.level, !level.value.isEmpty,
        resolved.level(level.value) == nil
      else { continue }
      bag.report(
        judgedLevelMissing, message(level.value), help: names.help(for: level.value), at: level.range)
    }
  }

  private static func message(_ level: String) -> String { "No level is called “\(level)”." }
}
