import Diagnostics
import Documents
import Frameworks

/// An agreed form says when it was filled in, and the school year it names is the one of its date unless that is meant.
public enum FormDates: FormCheck {
  public static let codes = [undated, otherPeriod]

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    if filled.status == .agreed, filled.period == nil {
      bag.report(
        undated, "This form is agreed, but says neither on which day nor in which school year.",
        at: filled.locatedStatus.range)
    }
    if let date = filled.date, let period = filled.locatedPeriod, date.period != period.value {
      bag.report(
        otherPeriod,
        "\(date) lies in the school year \(date.period), but this form counts for \(period.value).",
        at: period.range)
    }
  }

  static let undated = DiagnosticCode(
    "form-undated", "An agreed form has neither date nor school year.",
    advice: "Write `date: 2026-01-31`, or `period: 2025-26`.")
  static let otherPeriod = DiagnosticCode(
    "form-period-date", "The school year is not the one in which the date lies.", severity: .warning,
    advice: "Take `period` out unless the form really counts for another year.")
}
