import Diagnostics
import Documents
import Frameworks

/// Some frameworks let only one side mark: where peers mark nothing, a peer review carries challenge, evidence and
/// actions, and no points.
public enum KindThatMarksNothing: ReviewCheck {
  public static let codes = [kindUnmarked]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    guard context.framework.framework.judging[review.kind.value] == nil else { return }
    let points = review.judgements.compactMap(\.value.point)
    guard let first = points.first else { return }
    let isPeer = review.kind.value == .peer
    let others = points.count - 1
    bag.report(
      kindUnmarked,
      "A point stands here\(others == 0 ? "" : " and in \(others) more \(others == 1 ? "place" : "places")"), but in "
        + "\(context.reference) \(isPeer ? "peers mark nothing" : "a self-review marks nothing").",
      help: """
        Take the points out and say it in words, under “challenge” or “evidence”. If this is really a \
        \(isPeer ? "self-review" : "peer review"), write `kind: \(isPeer ? "self" : "peer")`.
        """,
      at: first.range)
  }

  static let kindUnmarked = DiagnosticCode(
    "review-kind-unmarked",
    "The review gives points, but in its framework this kind of review marks nothing.",
    advice: "Take the points out and use `challenge` and `evidence`, or correct `kind`.")
}
