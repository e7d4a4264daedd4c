import Diagnostics
import Documents

/// `agreements` as rules: what waits for an agreement is not there before it is signed.
enum AgreementRules {
  static func of(_ resolved: ResolvedFramework) -> [StatedRule] {
    resolved.framework.agreements.map { agreement in
      let waits = agreement.before.value == Agreement.measures
      return StatedRule(
        "agreement-\(agreement.id.value)", .agreement, on: .review, kind: waits ? nil : .peer,
        when: waits ? Located("review.measured") : nil,
        assert: Located("agreements.\(RuleNames.name(agreement.id.value)).stands"), agreement.strength,
        agreement.message
          ?? "“\(agreement.title)” \(agreement.strength.rawValue) be signed first, and still stand on the day."
      )
    }
  }
}
