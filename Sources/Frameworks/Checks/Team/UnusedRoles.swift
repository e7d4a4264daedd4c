import Diagnostics

/// Where a framework says who does what, a role that nothing names has nothing to do. Roles of the review
/// team are there for the team.
enum UnusedRoles: FrameworkCheck {
  static let unusedRole = DiagnosticCode(
    "unused-role", "A role takes no part in anything.", severity: .warning,
    advice: "Name it where it does something (`by`, `with`, a box for people), or remove it.")
  static let codes = [unusedRole]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    guard !framework.process.stages.isEmpty, !framework.team.roles.isEmpty else { return }
    let known = Set(framework.team.roles.map(\.id.value))
    let used = Set(framework.namedRoles.map(\.value))
    // A name that is misspelt where it is used is reported there, and is likely the one that seems unused.
    guard used.subtracting([""]).isSubset(of: known) else { return }
    let texts = Set(framework.expressions.flatMap { quoted(in: $0.value) })
    for role in framework.team.roles where !role.id.value.isEmpty && !role.isOnTeam {
      let id = role.id.value
      if !used.contains(id), !texts.contains(id) { bag.report(unusedRole, message(id), at: role.id.range) }
    }
  }

  /// What stands between quotation marks, and a little more: rules name a role as a text.
  private static func quoted(in expression: String) -> [String] {
    expression.split { $0 == "\"" || $0 == "'" }.map(String.init)
  }

  private static func message(_ role: String) -> String { "Nothing names the role “\(role)”." }
}

extension Framework {
  /// Every expression outside the criteria.
  var expressions: [Located<String>] {
    var all: [Located<String>?] = []
    for rule in rules { all += [rule.when, rule.assert] }
    all += trends.map(\.of) + signals.map(\.when) + triggers.map(\.when) + watch.map(\.closesWhen)
    return all.compactMap(\.self)
  }
}
