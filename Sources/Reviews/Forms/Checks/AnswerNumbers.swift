import Diagnostics
import Frameworks

/// A field that takes several answers has as many as the form asks for.
public enum AnswerNumbers: FormCheck {
  public static let codes = [tooFew, tooMany]

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    for (field, answer) in context.answered(filled) where field.kind.isMany {
      let count = answer.value.count
      if let least = field.atLeast, count < least {
        bag.report(
          tooFew,
          "“\(field.title)” has \(count) \(count == 1 ? "entry" : "entries"), but needs at least \(least).",
          at: answer.range)
      } else if let most = field.atMost, count > most {
        bag.report(
          tooMany, "“\(field.title)” has \(count) entries, but may have at most \(most).", at: answer.range)
      }
    }
  }

  static let tooFew = DiagnosticCode(
    "form-too-few", "A field has fewer answers than the form asks for.", advice: "Add what is missing.")
  static let tooMany = DiagnosticCode(
    "form-too-many", "A field has more answers than the form allows.", advice: "Keep those that matter most.")
}
