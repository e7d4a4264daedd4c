import Diagnostics
import Documents
import Frameworks

/// Criteria that a form picks, and those that its questions are about, exist and are of the level and from the part
/// of the framework that the field picks from.
public enum PickedCriteria: FormCheck {
  public static let codes = [unknown, otherLevel, elsewhere, twice]

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    for (field, answer) in context.answered(filled) {
      let pickable = PickableCriteria(field, in: context.framework)
      switch answer.value {
      case .criteria(let paths):
        var seen: Set<String> = []
        for path in paths {
          check(path, field, pickable, context, &bag)
          if !seen.insert(path.value).inserted {
            bag.report(twice, "“\(path.value)” is picked twice.", at: path.range)
          }
        }
      case .questions(let questions):
        for question in questions where !question.about.value.isEmpty {
          check(question.about, field, pickable, context, &bag)
        }
      default: continue
      }
    }
  }

  private static func check(
    _ path: Located<String>, _ field: FormField, _ pickable: PickableCriteria, _ context: FormContext,
    _ bag: inout DiagnosticBag
  ) {
    guard let criterion = context.framework.criterion(path.value) else {
      bag.report(
        unknown, "There is no criterion “\(path.value)”.",
        help: PathHelp.help(for: path.value, among: pickable.criteria), at: path.range)
      return
    }
    if let level = pickable.level, criterion.level != level {
      let name = context.framework.framework.levels[level].title
      bag.report(
        otherLevel, "“\(path.value)” is no \(name.lowercased()), and “\(field.title)” picks from these.",
        at: path.range)
    } else if !PickableCriteria.isBelow(path.value, pickable.under) {
      bag.report(
        elsewhere,
        "“\(path.value)” does not belong to “\(pickable.under ?? "")”, from which “\(field.title)” picks.",
        at: path.range)
    }
  }

  static let unknown = DiagnosticCode(
    "form-unknown-criterion", "A form names a criterion that does not exist.",
    advice: "Copy the path from `waymark framework show`.")
  static let otherLevel = DiagnosticCode(
    "form-other-level", "A form names a criterion of another level than the field picks from.",
    advice: "Name a criterion of that level.")
  static let elsewhere = DiagnosticCode(
    "form-elsewhere",
    "A form names a criterion from another part of the framework than the field picks from.",
    advice: "Name a criterion at or below the one that the field names.")
  static let twice = DiagnosticCode(
    "form-picked-twice", "A criterion is picked twice.", severity: .warning, advice: "Keep one of the two.")
}
