import Diagnostics
import Frameworks

/// A judgement in a form for a level is a point of its criterion's scale, or one of the words `not-applicable` and
/// `not-reviewed`.
public enum FormJudgements: FormCheck {
  public static let codes = [unknownPoint]

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    guard let path = filled.criterion, let criterion = context.framework.criterion(path.value) else { return }
    let scales = Set([criterion.ownScale, criterion.peerScale].compactMap(\.self)).map(
      context.framework.scale)
    guard !scales.isEmpty else { return }
    let reserved = [Judgement.notApplicable, Judgement.notReviewed]
    for (_, answer) in context.answered(filled) {
      guard case .judgement(let point) = answer.value, !reserved.contains(point.value),
        !scales.contains(where: { $0.point(named: point.value) != nil })
      else { continue }
      let choices = scales.flatMap(\.pointChoices).joined(separator: ", ")
      bag.report(
        unknownPoint, "“\(point.value)” is no point of the scale of “\(criterion.name)”.",
        help: "It may be: \(choices); or \(reserved[0]), \(reserved[1]).", at: point.range)
    }
  }

  static let unknownPoint = DiagnosticCode(
    "form-unknown-point", "A judgement is no point of the criterion's scale.",
    advice: "Use a point's id or its number, or `not-applicable` or `not-reviewed`.")
}
