import Diagnostics
import Documents
import Frameworks

/// Once a review is agreed, a criterion without an answer looks like an oversight, unless its framework leaves marks
/// to the reviewer, or says itself how much a review covers.
public enum AgreedUnanswered: ReviewCheck {
  public static let codes = [agreedUnanswered]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let kind = review.kind.value
    guard review.status == .agreed, let marking = context.framework.framework.judging[kind],
      !marking.isOptional,
      !context.framework.framework.coverage.all.contains(where: { $0.kind == nil || $0.kind == kind })
    else { return }
    let answered = Set(review.judgements.lazy.filter { $0.value.point != nil }.map(\.key.value))
    let judged = context.framework.judged(by: kind)
    let open = judged.filter { !answered.contains($0.path) }
    guard !open.isEmpty else { return }
    let shown = open.prefix(3).map(\.path).joined(separator: ", ")
    let more = open.count > 3 ? " and \(open.count - 3) more" : ""
    bag.report(
      agreedUnanswered,
      "This review is agreed, but \(open.count) of \(judged.count) criteria have no point: \(shown)\(more).",
      at: review.locatedStatus.range)
  }

  static let agreedUnanswered = DiagnosticCode(
    "review-agreed-unanswered", "An agreed review leaves judged criteria without a point.",
    severity: .warning,
    advice: "Give each a point, or say why there is none with `not-applicable` or `not-reviewed`.")
}
