import Diagnostics
import Frameworks

/// Each judgement stands under the path of a criterion of the framework.
public enum UnknownCriterion: ReviewCheck {
  public static let codes = [unknownCriterion]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    for path in review.judgements.map(\.key) where context.framework.criterion(path.value) == nil {
      let shown = path.value.count > 90 ? path.value.prefix(87) + "…" : path.value
      bag.report(
        unknownCriterion, "\(context.reference) has no criterion “\(shown)”.",
        help: suggestion(for: path.value, in: context.framework), at: path.range)
    }
  }

  /// The path with the fewest slips; or, where somebody wrote the last id alone, the one path that ends so.
  private static func suggestion(for path: String, in framework: ResolvedFramework) -> String {
    if let nearest = NearestName.of(path, among: framework.criteria.lazy.map(\.path)) {
      return "Did you mean “\(nearest)”?"
    }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let meant = NearestName.of(last, among: framework.criteria.lazy.map(\.criterion.id.value))
    let sameEnd = framework.criteria.filter { $0.criterion.id.value == meant }
    if sameEnd.count == 1 {
      return "Did you mean “\(sameEnd[0].path)”? A path names every step from the top down."
    }
    return ""
  }

  static let unknownCriterion = DiagnosticCode(
    "review-unknown-criterion", "A judgement stands under a path that the framework does not have.",
    advice:
      "Copy the path from `waymark framework show`; a blank review from `waymark review new` holds all of them."
  )
}
