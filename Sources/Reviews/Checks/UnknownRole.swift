import Diagnostics
import Frameworks

/// Where a framework names the roles of a review team, its rules can only see people whose role is one of them: by
/// its id or its title.
public enum UnknownRole: ReviewCheck {
  public static let codes = [unknownRole]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let team = context.framework.framework.team
    guard review.kind.value == .peer, !team.roles.isEmpty else { return }
    for role in review.team.compactMap(\.locatedRole) where team.role(named: role.value) == nil {
      bag.report(
        unknownRole,
        "\(context.reference) has no role “\(role.value.onALine)”, so its rules pass this person over.",
        help: team.help(forRole: role.value), at: role.range)
    }
  }

  static let unknownRole = DiagnosticCode(
    "review-unknown-role", "Somebody's role is none of the framework's.", severity: .warning,
    advice: "Use the id or the title of one of its roles.")
}

extension Team {
  /// The role that a person wrote down: by its id, or by its title in whatever case.
  public func role(named name: String) -> Role? {
    roles.first { $0.id.value == name } ?? roles.first { $0.title.lowercased() == name.lowercased() }
  }

  /// What to say about a role that is none.
  func help(forRole name: String) -> String {
    let nearest =
      NearestName.of(name, among: roles.map(\.id.value)) ?? NearestName.of(name, among: roles.map(\.title))
    return (nearest.map { "Did you mean “\($0)”? " } ?? "")
      + "There is: \(roles.map { "\($0.id.value) (\($0.title))" }.joined(separator: ", "))."
  }
}
