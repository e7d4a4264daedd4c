import Diagnostics

/// An exclusion says what somebody in a role is not: another role at the same time, or from the school that
/// is reviewed.
enum Exclusions: FrameworkCheck {
  static let empty = DiagnosticCode(
    "exclusion-empty", "An exclusion excludes nothing.",
    advice: "Name roles under `not`, write `fromElsewhere: true`, or both.")
  static let ofItself = DiagnosticCode(
    "exclusion-of-itself", "A role is excluded from itself, so that nobody could take it.",
    advice: "Name another role under `not`.")
  static let repeated = DiagnosticCode(
    "exclusion-repeated", "An exclusion says what another one says already.", severity: .warning,
    advice: "Remove one of the two. That one role is not another also says that the other is not the one.")
  static let codes = [empty, ofItself, repeated]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var pairs: Set<Pair> = []
    var elsewhere: Set<String> = []
    for exclusion in resolved.framework.team.exclusions where !exclusion.role.value.isEmpty {
      let role = exclusion.role.value
      if exclusion.not.isEmpty, !exclusion.isFromElsewhere {
        bag.report(empty, message(role), at: exclusion.role.range)
      }
      if exclusion.isFromElsewhere, !elsewhere.insert(role).inserted {
        bag.report(repeated, message(elsewhere: role), at: exclusion.role.range)
      }
      var own: Set<Pair> = []
      for other in exclusion.not where !other.value.isEmpty {
        let pair = Pair(role, other.value, exclusion.within)
        if other.value == role {
          bag.report(ofItself, message(itself: role), at: other.range)
        } else if pairs.contains(pair) || pairs.contains(Pair(role, other.value, .cycle)) {
          bag.report(repeated, message(role, other.value), at: other.range)
        } else {
          own.insert(pair)
        }
      }
      pairs.formUnion(own)
    }
  }

  /// Two roles, whichever comes first.
  private struct Pair: Hashable {
    let first: String
    let second: String
    let within: Exclusion.Within

    init(_ one: String, _ other: String, _ within: Exclusion.Within) {
      (first, second) = (min(one, other), max(one, other))
      self.within = within
    }
  }

  private static func message(_ role: String) -> String {
    "Nothing is said of what somebody who is “\(role)” is not."
  }
  private static func message(itself role: String) -> String { "“\(role)” is excluded from itself." }
  private static func message(elsewhere role: String) -> String {
    "That “\(role)” comes from elsewhere is said already."
  }
  private static func message(_ role: String, _ other: String) -> String {
    "That nobody is “\(role)” and “\(other)” is said already."
  }
}
