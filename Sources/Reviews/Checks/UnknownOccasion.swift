import Diagnostics
import Frameworks

/// An occasion is one of those that the framework names.
public enum UnknownOccasion: ReviewCheck {
  public static let codes = [unknownOccasion]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let known = context.framework.framework.occasions.map(\.id.value)
    guard let occasion = review.occasion, !known.contains(occasion.value) else { return }
    let help =
      known.isEmpty
      ? "It has none: the date says when the review was made. Take “occasion” out."
      : (NearestName.of(occasion.value, among: known).map { "Did you mean “\($0)”? " } ?? "")
        + "It has: \(known.joined(separator: ", "))."
    bag.report(
      unknownOccasion, "\(context.reference) has no occasion “\(occasion.value)”.", help: help,
      at: occasion.range)
  }

  static let unknownOccasion = DiagnosticCode(
    "review-unknown-occasion", "The occasion is none of the framework's.",
    advice: "Use the id of one of its occasions.")
}
