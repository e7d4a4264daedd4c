import Diagnostics
import Documents

/// Team sizes, exclusions, steps, cadences, boxes for people and watch lists name roles. Each must stand
/// under `team`, or nobody could ever take it.
enum UnknownRoles: FrameworkCheck {
  static let unknownRole = DiagnosticCode(
    "unknown-role", "A role is named that does not stand under `team`.",
    advice: "Correct the name, or add the role under `team: {roles: …}`.")
  static let codes = [unknownRole]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var names = KnownNames(resolved.framework.team.roles.map(\.id.value), unknownRole, message)
    for role in resolved.framework.namedRoles { names.check(role, into: &bag) }
  }

  private static func message(_ role: String) -> String { "No role is called “\(role)”." }
}

extension Framework {
  /// Every place where a role is named, in the order of the document.
  var namedRoles: [Located<String>] {
    var roles = team.sizes.flatMap(\.of)
    for exclusion in team.exclusions { roles += [exclusion.role] + exclusion.not }
    for step in process.stages.flatMap(\.steps) { roles += step.by + step.with }
    roles += process.cadences.flatMap(\.with)
    roles += fieldUses.compactMap(\.field.role)
    return roles + watch.map(\.owner)
  }
}
