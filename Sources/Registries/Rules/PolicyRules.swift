import Diagnostics
import Profiles

/// A sheet keeps to the policy that it names, and to the registry's least policy (DESIGN section 6). Every refusal
/// names the rule of the policy.
enum PolicyRules {
  static func check(
    _ sheet: Sheet, _ outline: FrameworkOutline, own: Policy, least: Policy
  ) throws(Failure) {
    if outline.criteria.count <= own.sections.above, sheet.unit == .section {
      throw refusal(
        own, .sections,
        "A framework of \(outline.criteria.count) judged criteria publishes each, and no sections.")
    }
    for policy in [own, least] { try checkUnit(sheet, outline, policy) }
    for figure in sheet.figures {
      for policy in [own, least] {
        if let excess = policy.weaknesses(of: figure, as: sheet.unit).first {
          throw refusal(policy, excess.rule, excess.words)
        }
      }
      guard own.makes(figure, as: sheet.unit) else {
        throw refusal(own, .technique, otherwiseMade(figure, own))
      }
    }
  }

  private static func checkUnit(
    _ sheet: Sheet, _ outline: FrameworkOutline, _ policy: Policy
  ) throws(Failure) {
    guard outline.criteria.count > policy.sections.above else { return }
    guard sheet.unit == .section else {
      throw refusal(
        policy, .sections,
        "A framework of \(outline.criteria.count) judged criteria publishes sections only, but the sheet "
          + "has single criteria.")
    }
    guard sheet.figures.count <= policy.sections.atMost else {
      throw refusal(policy, .sections, "At most \(policy.sections.atMost) sections may be published.")
    }
  }

  private static func otherwiseMade(_ figure: SheetFigure, _ policy: Policy) -> String {
    if let noisy = figure.noisy {
      return
        "“\(figure.id)” has another epsilon (\(noisy.epsilon)) than the policy that the sheet names says."
    }
    return
      "“\(figure.id)” was made with another technique or other parameters (\(figure.technique.rawValue)) than the "
      + "policy that the sheet names says."
  }

  private static func refusal(_ policy: Policy, _ rule: PolicyWeakness.Rule, _ message: String) -> Failure {
    Failure(
      .refused,
      "The sheet does not keep to the policy “\(policy.id.value)” (rule “\(rule.rawValue)”). \(message)",
      help: "Make the sheet with `waymark profile sheet` under a policy that this registry knows.")
  }
}
