import Diagnostics
import Documents

/// A rule as it is asked: an author's own in CEL, or one that a declaration was rewritten into.
public struct StatedRule: Sendable {
  /// Its name in results; a declaration's is made from what it declares.
  public let id: String
  public let origin: Origin
  public let target: Target
  /// Asked only of reviews of this kind.
  public let kind: ReviewKind?
  /// Asked only where this holds.
  public let when: Located<String>?
  public let assert: Located<String>
  /// A number to show beside the message: how many there are.
  public let found: String?
  public let strength: Strength
  /// The framework's words, or ours where it gives none.
  public let message: String
  /// The criterion that it is about, where there is one.
  public let criterion: String?

  /// What it was written as.
  public enum Origin: String, Sendable {
    case rule, coverage, team, evidence, agreement
  }

  /// What it is held against.
  public enum Target: Hashable, Sendable {
    case review
    /// A form, by its id.
    case form(String)
    /// A schedule as a whole.
    case schedule
    /// Each review of a schedule.
    case scheduledReview
  }

  init(
    _ id: String, _ origin: Origin, on target: Target, kind: ReviewKind? = nil, when: Located<String>? = nil,
    assert: Located<String>, found: String? = nil, _ strength: Strength, _ message: String,
    criterion: String? = nil
  ) {
    (self.id, self.origin, self.target, self.kind) = (id, origin, target, kind)
    (self.when, self.assert, self.found) = (when, assert, found)
    (self.strength, self.message, self.criterion) = (strength, message, criterion)
  }
}

/// Every rule of a framework, its own and those that its declarations are rewritten into.
public enum StatedRules {
  public static func of(_ resolved: ResolvedFramework) -> [StatedRule] {
    CoverageRules.of(resolved) + TeamRules.of(resolved) + EvidenceRules.of(resolved)
      + AgreementRules.of(resolved) + resolved.framework.rules.compactMap { own($0, resolved.framework) }
  }

  private static func own(_ rule: Rule, _ framework: Framework) -> StatedRule? {
    let target: StatedRule.Target
    switch rule.on.value {
    case Rule.onReview: target = .review
    case Rule.onSchedule: target = .schedule
    case let form:
      guard framework.forms.contains(where: { $0.id.value == form }) else { return nil }
      target = .form(form)
    }
    return StatedRule(
      rule.id.value, .rule, on: target, kind: rule.kind, when: rule.when, assert: rule.assert, rule.strength,
      rule.message)
  }
}
