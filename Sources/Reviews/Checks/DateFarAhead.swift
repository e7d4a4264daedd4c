import Diagnostics
import Documents

/// A draft may carry the day of a coming visit; a day more than a year ahead is a slip of the pen.
public enum DateFarAhead: ReviewCheck {
  public static let codes = [dateFarAhead]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    guard let date = review.locatedDate, date.value > context.today.yearLater else { return }
    bag.report(
      dateFarAhead, "\(date.value) is more than a year ahead; today is \(context.today).", at: date.range)
  }

  static let dateFarAhead = DiagnosticCode(
    "review-date-ahead", "The review's date lies more than a year ahead.",
    advice: "Correct the date. It is the day on which the judgements were made.")
}

extension Day {
  /// The same day a year on; after 29 February the 28th.
  fileprivate var yearLater: Day {
    Day(year: year + 1, month: month, day: day) ?? Day(year: year + 1, month: 2, day: 28) ?? self
  }
}
