import Diagnostics

/// A form is filled in once for each criterion of a level, so the level must exist; and a box for a judgement
/// belongs to a level that somebody judges.
enum FormLevels: FrameworkCheck {
  static let unknownLevel = DiagnosticCode(
    "form-unknown-level", "A form is for a level that does not exist.",
    advice: "Use the id of one of the levels.")
  static let judgementNotJudged = DiagnosticCode(
    "form-judgement-not-judged", "A form has a box for a judgement at a level that nobody judges.",
    advice: "Make the form one for the judged level, or the field one of `kind: text`.")
  static let codes = [unknownLevel, judgementNotJudged]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    guard !resolved.framework.levels.isEmpty else { return }
    var names = NameSuggester(resolved.framework.levels.map(\.id.value))
    for form in resolved.framework.forms where !form.level.value.isEmpty {
      guard let level = resolved.level(form.level.value) else {
        bag.report(
          unknownLevel, message(form.level.value), help: names.help(for: form.level.value),
          at: form.level.range)
        continue
      }
      if ReviewKind.allCases.contains(where: { resolved.judgedLevel($0) == level }) { continue }
      for field in form.fields where field.kind == .judgement {
        bag.report(judgementNotJudged, message(field.id.value, form.level.value), at: field.id.range)
      }
    }
  }

  private static func message(_ level: String) -> String { "No level is called “\(level)”." }
  private static func message(_ field: String, _ level: String) -> String {
    "The field “\(field)” wants a judgement, but nobody judges the level “\(level)”."
  }
}
