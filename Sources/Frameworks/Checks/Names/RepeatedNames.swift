import Diagnostics

/// A list of roles names each once. Twice is a slip: another role was meant, or the line was copied.
enum RepeatedNames: FrameworkCheck {
  static let namedTwice = DiagnosticCode(
    "named-twice", "A role stands twice where once is enough.", severity: .warning,
    advice: "Remove one of the two, or name the role that was meant.")
  static let codes = [namedTwice]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    func check(_ roles: [Located<String>]) {
      guard roles.count > 1 else { return }
      var seen: Set<String> = []
      for role in roles where !role.value.isEmpty && !seen.insert(role.value).inserted {
        bag.report(namedTwice, message(role.value), at: role.range)
      }
    }
    for size in framework.team.sizes { check(size.of) }
    for exclusion in framework.team.exclusions { check(exclusion.not) }
    for step in framework.process.stages.flatMap(\.steps) { check(step.by + step.with) }
    for cadence in framework.process.cadences { check(cadence.with) }
  }

  private static func message(_ role: String) -> String { "“\(role)” is named here already." }
}
