import Diagnostics
import Frameworks

/// Facts of the people whom a form names are those that the framework asks for, and answered as it asks.
public enum PersonFacts: FormCheck {
  /// Those of a review's facts, which list them.
  public static let codes: [DiagnosticCode] = []

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    for (_, answer) in context.answered(filled) {
      guard case .people(let people) = answer.value else { continue }
      for person in people {
        FactChecking.check(person.facts, of: .member, in: context.framework.framework, into: &bag)
      }
    }
  }
}
