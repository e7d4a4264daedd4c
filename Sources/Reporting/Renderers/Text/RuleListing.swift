import Frameworks
import Sealing

/// The rules of a framework, its own and those that its declarations stand for.
public enum RuleListing {
  /// One rule after another: what it is held against, what a person reads, and its expressions.
  public static func text(_ rules: [StatedRule]) -> String {
    if rules.isEmpty { return "The framework has no rules.\n" }
    var lines: [String] = []
    for rule in rules {
      lines.append("\(rule.id) (\(rule.strength.rawValue), on \(target(rule)), from \(rule.origin.rawValue))")
      lines += TerminalText.hanging("  ", rule.message)
      if let when = rule.when { lines += TerminalText.hanging("  when    ", when.value) }
      lines += TerminalText.hanging("  assert  ", rule.assert.value)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each `id`, `strength`, `on`, `kind`, `origin`, `message`, `when`, `assert`, `criterion`.
  public static func json(_ rules: [StatedRule]) -> JSONValue {
    .array(
      rules.map { rule in
        .members([
          ("id", .string(rule.id)), ("strength", .string(rule.strength.rawValue)),
          ("on", .string(target(rule))),
          ("kind", rule.kind.map { .string($0.rawValue) }), ("origin", .string(rule.origin.rawValue)),
          ("message", .string(rule.message)), ("when", rule.when.map { .string($0.value) }),
          ("assert", .string(rule.assert.value)), ("criterion", rule.criterion.map { .string($0) }),
        ])
      })
  }

  private static func target(_ rule: StatedRule) -> String {
    switch rule.target {
    case .review: rule.kind.map { "\($0.rawValue) review" } ?? "review"
    case .form(let id): id
    case .schedule: "schedule"
    case .scheduledReview: "each review of a schedule"
    }
  }
}
