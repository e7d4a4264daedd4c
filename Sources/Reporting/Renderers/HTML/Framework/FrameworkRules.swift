import Frameworks

/// Lays out what must, should and may be so, whatever part of the framework says it.
struct FrameworkRules {
  private let resolved: ResolvedFramework
  private var framework: Framework { resolved.framework }

  init(_ resolved: ResolvedFramework) { self.resolved = resolved }

  /// A rule with all that it is asked of.
  struct Sentence {
    let id: String
    let strength: Strength
    let message: String
    /// "peer reviews", "the form “Review plan”"
    var targets: [String]
  }

  /// `nil` where the framework says nothing of it.
  var part: FrameworkPage.RulesPart? {
    let sentences = sentences
    let groups = Strength.allCases.compactMap { strength -> FrameworkPage.RuleGroup? in
      let rules = sentences.filter { $0.strength == strength }
      guard !rules.isEmpty else { return nil }
      let (title, meaning) = FrameworkWords.strength(strength)
      return .init(title: PageText(title), meaning: PageText(meaning), rules: rules.map(entry))
    }
    guard !groups.isEmpty else { return nil }
    return .init(groups: groups, conditions: conditions)
  }

  /// Each rule once: one that is asked of several documents names them all, and one that is asked of every
  /// judgement stands as its declaration says it.
  var sentences: [Sentence] {
    var sentences: [Sentence] = []
    for rule in StatedRules.of(resolved) where rule.origin != .evidence {
      let target = FrameworkWords.target(rule, framework)
      if let known = sentences.firstIndex(where: { $0.id == rule.id && $0.message == rule.message }) {
        if !sentences[known].targets.contains(target) { sentences[known].targets.append(target) }
      } else {
        sentences.append(
          Sentence(id: rule.id, strength: rule.strength, message: rule.message, targets: [target]))
      }
    }
    let evidence = framework.evidenceRequired.enumerated().map { index, requirement in
      Sentence(
        id: "evidence-\(index + 1)", strength: requirement.strength,
        message: requirement.message
          ?? "A judgement \(requirement.strength.rawValue) say what it rests on.",
        targets: [FrameworkWords.evidence(requirement, resolved)])
    }
    return sentences + evidence
  }

  private func entry(_ sentence: Sentence) -> FrameworkPage.Entry {
    let origin = origins[sentence.id]
    return .init(
      title: PageText(English.sentence(sentence.message)),
      detail: PageText(English.sentence("Asked of \(English.list(sentence.targets))")),
      source: FrameworkWords.source(origin?.source, framework).map { PageText($0) },
      assumed: origin?.assumed.map { PageText($0) })
  }

  private typealias Origin = (source: SourceReference?, assumed: String?)

  /// Where each rule was declared, by the id that ``StatedRules`` gives it.
  private var origins: [String: Origin] {
    var origins: [String: Origin] = [:]
    let coverage = framework.coverage
    for (name, conditions) in [("must", coverage.must), ("should", coverage.should), ("may", coverage.may)] {
      for (index, condition) in conditions.enumerated() {
        origins["coverage-\(name)-\(index + 1)"] = (condition.source, condition.assumed)
      }
    }
    for role in framework.team.roles { origins["role-\(role.id.value)"] = (role.source, role.assumed) }
    for (index, size) in framework.team.sizes.enumerated() {
      origins["team-size-\(index + 1)"] = (size.source, size.assumed)
    }
    for (index, exclusion) in framework.team.exclusions.enumerated() {
      for name in ["exclusion", "elsewhere"] {
        origins["\(name)-\(index + 1)"] = (exclusion.source, exclusion.assumed)
      }
    }
    for (index, requirement) in framework.evidenceRequired.enumerated() {
      origins["evidence-\(index + 1)"] = (requirement.source, requirement.assumed)
    }
    for agreement in framework.agreements {
      origins["agreement-\(agreement.id.value)"] = (agreement.source, agreement.assumed)
    }
    for rule in framework.rules { origins[rule.id.value] = (rule.source, rule.assumed) }
    return origins
  }

  /// The author's own rules as they are written; those of the other declarations need no expression.
  private var conditions: FrameworkPage.Conditions? {
    guard !framework.rules.isEmpty else { return nil }
    return .init(
      title: "How Waymark works these out",
      entries: framework.rules.map { rule in
        let when = rule.when.map { "when  \($0.value)\n" } ?? ""
        return PageFact(
          term: PageText(English.sentence(rule.message)), text: PageText("\(when)check \(rule.assert.value)"))
      })
  }
}
