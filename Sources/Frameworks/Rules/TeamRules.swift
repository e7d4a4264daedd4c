import Diagnostics
import Documents

/// `team` as rules: how many take a role, and what they are not at the same time. They are asked of peer reviews that
/// name a team, of plans that ask for people in the roles, and of each review of a schedule.
enum TeamRules {
  static func of(_ resolved: ResolvedFramework) -> [StatedRule] {
    let team = resolved.framework.team
    guard team != Team() else { return [] }
    var rules: [StatedRule] = []
    for target in targets(resolved.framework) {
      for role in team.roles where target.knows(role) {
        rules += self.rules(role, target)
      }
      for (index, size) in team.sizes.enumerated() where size.of.allSatisfy({ target.knows($0.value, team) })
      {
        rules += self.rules(size, index, target, team)
      }
      for (index, exclusion) in team.exclusions.enumerated()
      where target.knows(exclusion.role.value, team) {
        rules += self.rules(exclusion, index, target, team)
      }
    }
    return rules
  }

  /// A document that names people in roles.
  private struct Named {
    let target: StatedRule.Target
    let when: String?
    let kind: ReviewKind?
    /// The roles that it asks for; `nil` for all.
    let roles: Set<String>?
    let teamOnly: Bool

    func knows(_ role: Role) -> Bool {
      roles.map { $0.contains(role.id.value) } ?? (!teamOnly || role.isOnTeam)
    }

    func knows(_ id: String, _ team: Team) -> Bool {
      team.roles.first { $0.id.value == id }.map(knows) ?? false
    }
  }

  private static func targets(_ framework: Framework) -> [Named] {
    var targets = [
      Named(target: .review, when: "size(team) > 0", kind: .peer, roles: nil, teamOnly: true)
    ]
    for form in framework.forms where form.purpose == .plan {
      let roles = form.fields.filter { $0.kind == .person }.compactMap { $0.role?.value }
      targets.append(
        Named(target: .form(form.id.value), when: nil, kind: nil, roles: Set(roles), teamOnly: false))
    }
    if framework.process.stages.contains(where: { $0.steps.contains(where: \.isScheduled) }) {
      targets.append(
        Named(target: .scheduledReview, when: "size(team) > 0", kind: nil, roles: nil, teamOnly: false))
    }
    return targets
  }

  private static func rules(_ role: Role, _ named: Named) -> [StatedRule] {
    guard role.atLeast != nil || role.atMost != nil else { return [] }
    let count = "size(team.filter(m, m.role == \(RuleNames.literal(role.id.value))))"
    return [
      rule(
        "role-\(role.id.value)", named, bounds(count, role.atLeast, role.atMost), found: count, role.strength,
        role.message
          ?? "A review \(role.strength.rawValue) have \(Amount.words(role.atLeast, role.atMost, role.title.lowercased()))."
      )
    ]
  }

  private static func rules(_ size: TeamSize, _ index: Int, _ named: Named, _ team: Team) -> [StatedRule] {
    guard size.atLeast != nil || size.atMost != nil else { return [] }
    let count = "size(team.filter(m, m.role in \(RuleNames.list(size.of.map(\.value)))))"
    let titles = size.of.map { title($0.value, team) }
    let words = Amount.words(size.atLeast, size.atMost, "person")
    return [
      rule(
        "team-size-\(index + 1)", named, bounds(count, size.atLeast, size.atMost), found: count,
        size.strength,
        size.message
          ?? "There \(size.strength.rawValue) be \(words) as \(titles.joined(separator: " or ")).")
    ]
  }

  private static func rules(_ exclusion: Exclusion, _ index: Int, _ named: Named, _ team: Team)
    -> [StatedRule]
  {
    let role = RuleNames.literal(exclusion.role.value)
    let title = title(exclusion.role.value, team)
    var rules: [StatedRule] = []
    if !exclusion.not.isEmpty {
      let others = RuleNames.list(exclusion.not.map(\.value))
      let same = "o.name == m.name && o.school == m.school && o.role in \(others)"
      let inCycle = exclusion.within == .cycle && named.target == .scheduledReview
      let met = inCycle ? "reviews.exists(r, r.team.exists(o, \(same)))" : "team.exists(o, \(same))"
      let titles = exclusion.not.map { self.title($0.value, team) }.joined(separator: " or ")
      let ending = exclusion.within == .cycle ? " in any review of the schedule" : ""
      rules.append(
        rule(
          "exclusion-\(index + 1)", named, "!team.exists(m, m.role == \(role) && \(met))", exclusion.strength,
          exclusion.message
            ?? "Nobody who is \(title) \(exclusion.strength.rawValue) be \(titles) as well\(ending)."))
    }
    if exclusion.isFromElsewhere {
      rules.append(
        rule(
          "elsewhere-\(index + 1)", named, "team.all(m, m.role != \(role) || !m.host)", exclusion.strength,
          exclusion.message
            ?? "Nobody who is \(title) \(exclusion.strength.rawValue) belong to the school that is reviewed.")
      )
    }
    return rules
  }

  private static func rule(
    _ id: String, _ named: Named, _ assert: String, found: String? = nil, _ strength: Strength,
    _ message: String
  ) -> StatedRule {
    StatedRule(
      id, .team, on: named.target, kind: named.kind, when: named.when.map { Located($0) },
      assert: Located(assert), found: found, strength, message)
  }

  private static func bounds(_ count: String, _ atLeast: Int?, _ atMost: Int?) -> String {
    [atLeast.map { "\(count) >= \($0)" }, atMost.map { "\(count) <= \($0)" }].compactMap(\.self)
      .joined(separator: " && ")
  }

  private static func title(_ id: String, _ team: Team) -> String {
    team.roles.first { $0.id.value == id }?.title.lowercased() ?? id
  }
}
