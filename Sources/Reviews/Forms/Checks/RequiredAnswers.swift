import Diagnostics
import Frameworks

/// Fields that must be filled are filled: in a draft they are still open, in an agreed form they are missing.
public enum RequiredAnswers: FormCheck {
  public static let codes = [missing, open]

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    check(filled.answers, context.form.fields, filled, &bag)
  }

  private static func check(
    _ answers: Answers, _ fields: [FormField], _ filled: FilledForm, _ bag: inout DiagnosticBag
  ) {
    let isAgreed = filled.status == .agreed
    for field in fields {
      if field.isRequired, answers[field.id.value] == nil {
        // A whole mapping is too much to underline; the form's name stands for it.
        let place = answers.range == filled.answers.range ? filled.form.range : answers.firstPlace
        bag.report(
          isAgreed ? missing : open,
          isAgreed
            ? "“\(field.title)” (\(field.id.value)) must be filled, but is empty."
            : "“\(field.title)” (\(field.id.value)) is still open.",
          at: place)
      }
      if case .rows(let rows)? = answers[field.id.value]?.value {
        for row in rows { check(row, field.fields, filled, &bag) }
      }
    }
  }

  static let missing = DiagnosticCode(
    "form-required", "A field of an agreed form must be filled, but is empty.",
    advice: "Fill it, or make the form a draft again.")
  static let open = DiagnosticCode(
    "form-open", "A field of a draft is still to be filled.", severity: .warning,
    advice: "Fill it before the form is agreed.")
}

extension Answers {
  /// Of its first answer.
  fileprivate var firstPlace: SourceRange { entries.first?.value.range ?? range }
}
