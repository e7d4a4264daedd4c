import Diagnostics
import Frameworks

/// Facts of the subject are those that the framework asks for, and answered as it asks.
public enum FormSubject: FormCheck {
  /// Those of a review's facts, which list them.
  public static let codes: [DiagnosticCode] = []

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    FactChecking.check(
      filled.subject?.facts ?? [], of: .subject, in: context.framework.framework, into: &bag)
  }
}
