import Diagnostics
import Frameworks

/// A form that is for a level is filled once for each of its criteria and names the one it is about; any other form
/// names none.
public enum FormCriterion: FormCheck {
  public static let codes = [missing, unknown, otherLevel, unwanted]

  public static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    guard let wanted = context.form.level else {
      if let criterion = filled.criterion {
        bag.report(
          unwanted, "“\(context.form.title)” is filled once, not for a criterion.", at: criterion.range)
      }
      return
    }
    guard let path = filled.criterion else {
      bag.report(
        missing, "“\(context.form.title)” is filled for each \(wanted.value), but this one names none.",
        at: filled.form.range)
      return
    }
    guard let criterion = context.framework.criterion(path.value) else {
      bag.report(
        unknown, "There is no criterion “\(path.value)”.",
        help: PathHelp.help(for: path.value, among: context.framework.criteria), at: path.range)
      return
    }
    guard let level = context.framework.level(wanted.value), criterion.level != level else { return }
    bag.report(
      otherLevel,
      "“\(criterion.path)” is no \(wanted.value), and “\(context.form.title)” is for each of these.",
      at: path.range)
  }

  static let missing = DiagnosticCode(
    "form-criterion-missing", "The form does not say for which criterion it was filled.",
    advice: "Write `criterion:` and the criterion's path.")
  static let unknown = DiagnosticCode(
    "form-criterion-unknown", "The form was filled for a criterion that does not exist.",
    advice: "Copy the path from `waymark framework show`.")
  static let otherLevel = DiagnosticCode(
    "form-criterion-level", "The form was filled for a criterion of another level than it is for.",
    advice: "Name a criterion of the level that the form is for.")
  static let unwanted = DiagnosticCode(
    "form-criterion-unused", "A form that is filled once names a criterion.", severity: .warning,
    advice: "Take `criterion` out.")
}

/// What to say about a path that leads nowhere.
enum PathHelp {
  /// The path with the fewest slips; or, where somebody wrote the last id alone, the one path that ends so.
  static func help(for path: String, among criteria: [ResolvedCriterion]) -> String {
    if let nearest = NearestName.of(path, among: criteria.lazy.map(\.path)) {
      return "Did you mean “\(nearest)”?"
    }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let meant = NearestName.of(last, among: criteria.lazy.map(\.criterion.id.value))
    let sameEnd = criteria.filter { $0.criterion.id.value == meant }
    return sameEnd.count == 1 ? "Did you mean “\(sameEnd[0].path)”?" : ""
  }
}
