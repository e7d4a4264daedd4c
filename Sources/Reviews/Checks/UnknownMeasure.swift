import Diagnostics

/// Measures are those that the framework declares.
public enum UnknownMeasure: ReviewCheck {
  public static let codes = [unknownMeasure]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let known = context.framework.framework.measures.map(\.id.value)
    for measure in review.measures.map(\.key) where !known.contains(measure.value) {
      let help =
        known.isEmpty
        ? "It measures nothing; take “measures” out."
        : NearestName.of(measure.value, among: known).map { "Did you mean “\($0)”?" }
          ?? "It has: \(known.joined(separator: ", "))."
      bag.report(
        unknownMeasure, "\(context.reference) has no measure “\(measure.value)”.", help: help,
        at: measure.range)
    }
  }

  static let unknownMeasure = DiagnosticCode(
    "review-unknown-measure", "A measure is none of the framework's.",
    advice: "Use the id of one of its measures.")
}
