import Diagnostics
import Frameworks

/// Marked statements are statements of the criterion they stand under.
public enum UnknownStatement: ReviewCheck {
  public static let codes = [unknownStatement]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    for entry in review.judgements {
      guard let criterion = context.framework.criterion(entry.key.value) else { continue }
      let known = criterion.criterion.statements.map(\.id.value)
      for statement in entry.value.statements where !known.contains(statement.value) {
        bag.report(
          unknownStatement, "“\(criterion.path)” has no statement “\(statement.value)”.",
          help: suggestion(for: statement.value, among: known), at: statement.range)
      }
    }
  }

  private static func suggestion(for id: String, among known: [String]) -> String {
    if known.isEmpty { return "This criterion has no statements at all; take “statements” out." }
    if let nearest = NearestName.of(id, among: known) { return "Did you mean “\(nearest)”?" }
    let shown = known.prefix(8).joined(separator: ", ")
    return known.count > 8 ? "Among its \(known.count) statements are: \(shown)." : "It has: \(shown)."
  }

  static let unknownStatement = DiagnosticCode(
    "review-unknown-statement", "A marked statement is not one of the criterion's.",
    advice: "Copy the statement's id from `waymark framework show`.")
}
