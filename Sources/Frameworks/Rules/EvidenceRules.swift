import Diagnostics
import Documents

/// `evidenceRequired` as rules: one a criterion, so that the message can name it.
enum EvidenceRules {
  static func of(_ resolved: ResolvedFramework) -> [StatedRule] {
    resolved.framework.evidenceRequired.enumerated().flatMap { index, requirement in
      resolved.criteria.compactMap { criterion in
        rule(requirement, "evidence-\(index + 1)", criterion, resolved)
      }
    }
  }

  private static func rule(
    _ requirement: EvidenceRequirement, _ id: String, _ criterion: ResolvedCriterion,
    _ resolved: ResolvedFramework
  ) -> StatedRule? {
    guard resolved.level(requirement.level.value) == criterion.level, !criterion.judgedBy.isEmpty,
      requirement.under.map({ criterion.path == $0.value || criterion.path.hasPrefix($0.value + "/") })
        ?? true
    else { return nil }
    let judgement = "j[\(RuleNames.literal(criterion.path))]"
    var when = "\(judgement).answered"
    if let from = requirement.from {
      let kind = requirement.kind ?? criterion.judgedBy[0]
      guard let scale = criterion.judgedScale(by: kind),
        let point = resolved.scale(scale).points.first(where: { $0.id.value == from.value }),
        let value = point.value
      else { return nil }
      when += " && \(judgement).value >= \(value)"
    }
    return StatedRule(
      id, .evidence, on: .review, kind: requirement.kind, when: Located(when),
      assert: Located("\(judgement).evidence.matches(\"\\\\S\")"), requirement.strength,
      requirement.message.map { "\(criterion.name): \($0)" }
        ?? "\(criterion.name): this judgement \(requirement.strength.rawValue) say what it rests on.",
      criterion: criterion.path)
  }
}
