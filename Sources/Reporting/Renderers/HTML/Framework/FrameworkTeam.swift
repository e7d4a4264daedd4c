import Frameworks

/// Lays out who does what, and what has to be known of people and of the one who is reviewed.
struct FrameworkTeam {
  private let framework: Framework

  init(_ resolved: ResolvedFramework) { framework = resolved.framework }

  /// `nil` where the framework says nothing of it.
  var part: FrameworkPage.TeamPart? {
    guard !framework.team.roles.isEmpty || !framework.facts.isEmpty else { return nil }
    return .init(roles: framework.team.roles.map(role), facts: framework.facts.map(fact))
  }

  private func role(_ role: Role) -> FrameworkPage.RoleBlock {
    let number = ProcessWords.number(role)
    return .init(
      title: PageText(role.title), isOnTeam: role.isOnTeam, number: number.map { PageText($0) },
      strength: number == nil ? nil : PageText(role.strength.rawValue),
      text: role.text.map { PageText(English.sentence($0)) },
      duties: role.duties.map { PageText($0.text) },
      source: FrameworkWords.source(role.source, framework).map { PageText($0) },
      assumed: role.assumed.map { PageText($0) })
  }

  private func fact(_ fact: Fact) -> FrameworkPage.Entry {
    let subject = FrameworkWords.subject(framework.subject)
    let whose = fact.of == .member ? "Of each person in the team" : "Of the \(subject) under review"
    return .init(
      title: PageText(fact.title),
      detail: PageText(English.sentence("\(whose): \(MeasureWords.answer(fact))")),
      source: FrameworkWords.source(fact.source, framework).map { PageText($0) })
  }
}
