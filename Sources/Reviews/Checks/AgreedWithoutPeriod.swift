import Diagnostics
import Documents

/// Only the latest agreed review of a school year counts, so an agreed one says when it was made.
public enum AgreedWithoutPeriod: ReviewCheck {
  public static let codes = [agreedUndated]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    guard review.status == .agreed, review.period == nil else { return }
    bag.report(
      agreedUndated, "This review is agreed, but says neither on which day nor in which school year.",
      help: "Write the date, like 2026-01-31, or the period, like 2025-26; or leave it a draft.",
      at: review.locatedStatus.range)
  }

  static let agreedUndated = DiagnosticCode(
    "review-agreed-undated", "An agreed review has neither date nor school year.",
    advice: "Write `date: 2026-01-31`, or `period: 2025-26`.")
}
