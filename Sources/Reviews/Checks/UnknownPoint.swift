import Diagnostics
import Documents
import Frameworks

/// A point is one of its criterion's scale, named by id or by number, or one of the words `not-applicable` and
/// `not-reviewed`.
public enum UnknownPoint: ReviewCheck {
  public static let codes = [unknownPoint]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let reserved = [Judgement.notApplicable, Judgement.notReviewed]
    for entry in review.judgements {
      guard let point = entry.value.point, !reserved.contains(point.value),
        let criterion = context.framework.criterion(entry.key.value),
        let index = criterion.judgedScale(by: review.kind.value)
      else { continue }
      let scale = context.framework.scale(index)
      guard scale.point(named: point.value) == nil else { continue }
      // Numbers are short, and each is one slip from the next: only words are worth a guess.
      let words = point.value.allSatisfy(\.isNumber) ? [] : scale.points.map(\.id.value) + reserved
      let guess = NearestName.of(point.value, among: words).map { "Did you mean “\($0)”? " } ?? ""
      bag.report(
        unknownPoint,
        "“\(point.value)” is no point of the scale \(scale.title.map { "“\($0)”" } ?? "of this criterion").",
        help: guess
          + "It may be: \(scale.pointChoices.joined(separator: ", ")); or \(reserved[0]), \(reserved[1]).",
        at: point.range)
    }
  }

  static let unknownPoint = DiagnosticCode(
    "review-unknown-point", "A point is not one of the criterion's scale.",
    advice: "Use a point's id or its number, or `not-applicable` or `not-reviewed`.")
}
