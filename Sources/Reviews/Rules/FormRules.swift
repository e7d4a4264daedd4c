import Expressions
import Frameworks

/// Asks a framework's rules of a filled form.
public struct FormRules: Sendable {
  public let book: RuleBook

  public init(_ book: RuleBook) { self.book = book }

  /// One outcome for each rule that is for this form; none where the framework has no such form.
  public func findings(_ form: FilledForm) -> RuleFindings {
    var findings = RuleFindings()
    guard let activation = activation(form) else { return findings }
    findings.outcomes = book.rules.filter { $0.rule.target == .form(form.form.value) }
      .map { RuleAsking.ask($0, activation) }
    return findings
  }

  /// The variables' values; `nil` where the framework has no such form.
  public func activation(_ form: FilledForm) -> Activation? {
    guard let environment = book.vocabulary.forms[form.form.value],
      let type = book.vocabulary.types.forms[form.form.value]
    else { return nil }
    let values = FormValues(form, book)
    var activation = Activation(environment)
    for (slot, variable) in RuleVocabulary.FormVariable.allCases.enumerated() {
      switch variable {
      case .form: activation[slot] = values.record(type)
      case .subject:
        activation[slot] = RuleValues.subject(
          form.subject, book.vocabulary.types.subject, book.framework.framework)
      case .team: activation[slot] = values.team
      case .covered: activation[slot] = values.covered
      }
    }
    return activation
  }
}
