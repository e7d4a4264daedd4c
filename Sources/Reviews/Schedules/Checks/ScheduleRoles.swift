import Diagnostics
import Frameworks

/// Everybody in a schedule has one of the framework's roles, and facts as it asks for them: its rules need both.
public enum ScheduleRoles: ScheduleCheck {
  public static let codes = [unknownRole, noRole]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let team = context.framework.framework.team
    for member in schedule.reviews.flatMap(\.team) {
      FactChecking.check(member.facts, of: .member, in: context.framework.framework, into: &bag)
      guard !team.roles.isEmpty else { continue }
      guard let role = member.locatedRole else {
        bag.report(
          noRole, "“\(member.name.onALine)” has no role.", help: team.help(forRole: ""),
          at: member.school?.range)
        continue
      }
      if team.role(named: role.value) == nil {
        bag.report(
          unknownRole, "\(context.reference) has no role “\(role.value.onALine)”.",
          help: team.help(forRole: role.value), at: role.range)
      }
    }
  }

  static let unknownRole = DiagnosticCode(
    "schedule-unknown-role", "Somebody's role is none of the framework's.",
    advice: "Use the id or the title of one of its roles.")
  static let noRole = DiagnosticCode(
    "schedule-no-role", "Somebody in a schedule has no role.", severity: .warning,
    advice: "Write the id of one of the framework's roles under `role`.")
}
