import Diagnostics
import Documents

/// A rule is held against reviews, schedules, or what is filled into a form; `kind` tells reviews apart, and
/// forms and schedules have none.
enum RuleTargets: FrameworkCheck {
  static let unknown = DiagnosticCode(
    "rule-unknown-target", "A rule is about something that does not exist.",
    advice: "Write `for: review`, `for: schedule`, or the id of a form.")
  static let kindUnused = DiagnosticCode(
    "rule-kind-unused", "A rule about a form or a schedule names a kind of review.", severity: .warning,
    advice: "Remove `kind`, or write `for: review`.")
  static let codes = [unknown, kindUnused]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    var names = KnownNames(
      [Rule.onReview, Rule.onSchedule] + framework.forms.map(\.id.value), unknown, message)
    for rule in framework.rules {
      names.check(rule.on, into: &bag)
      if rule.kind != nil, rule.on.value != Rule.onReview {
        bag.report(kindUnused, message(rule.id.value, rule.on.value), at: rule.on.range)
      }
    }
  }

  private static func message(_ target: String) -> String {
    "“\(target)” is neither `review` nor `schedule` nor a form."
  }
  private static func message(_ rule: String, _ target: String) -> String {
    "The rule “\(rule)” is about “\(target)”, where `kind` says nothing."
  }
}
