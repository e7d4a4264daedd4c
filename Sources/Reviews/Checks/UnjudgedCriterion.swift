import Diagnostics
import Documents
import Frameworks

/// Points belong to the criteria that this kind of review judges; the others only group, and take words alone.
public enum UnjudgedCriterion: ReviewCheck {
  public static let codes = [criterionUnjudged]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let kind = review.kind.value
    guard let marking = context.framework.framework.judging[kind] else { return }
    for entry in review.judgements {
      guard let point = entry.value.point, let criterion = context.framework.criterion(entry.key.value),
        !criterion.isJudged(by: kind)
      else { continue }
      let judged = context.framework.descendants(of: criterion).filter { $0.isJudged(by: kind) }
      bag.report(
        criterionUnjudged,
        "“\(criterion.path)” is not judged in a \(kind == .own ? "self-review" : "peer review"); "
          + "its points belong to the level “\(marking.level.value)”.",
        help: judged.isEmpty
          ? "Take the point out; evidence, actions and challenge may stay."
          : "Judge the \(judged.count) below it one by one, such as “\(judged[0].path)”. Words may stay here.",
        at: point.range)
    }
  }

  static let criterionUnjudged = DiagnosticCode(
    "review-criterion-unjudged", "A point is given to a criterion that this kind of review does not judge.",
    advice:
      "Give points to criteria of the judged level; the others may carry evidence, actions and challenge.")
}
