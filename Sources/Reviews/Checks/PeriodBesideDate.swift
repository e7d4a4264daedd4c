import Diagnostics
import Documents

/// A school year may be named where it is not the one of the date; mostly, though, that is a slip.
public enum PeriodBesideDate: ReviewCheck {
  public static let codes = [periodBesideDate]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    guard let date = review.date, let period = review.locatedPeriod, date.period != period.value else {
      return
    }
    bag.report(
      periodBesideDate,
      "\(date) lies in the school year \(date.period), but this review counts for \(period.value).",
      help: "If that is meant, leave it so. Otherwise take the period out: the date says it already.",
      at: period.range)
  }

  static let periodBesideDate = DiagnosticCode(
    "review-period-date", "The school year is not the one in which the date lies.", severity: .warning,
    advice:
      "School years start on 1 September. Take `period` out unless the review really counts for another year."
  )
}
