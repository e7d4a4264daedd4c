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
  static let judgementOutside = DiagnosticCode(
    "judgement-outside-level", "A box for a judgement does not say of which criterion.",
    advice:
      "Give the form a level with `for`, and let the box stand in the form itself; or choose another kind.")
  static let codes = [unknownLevel, judgementNotJudged, judgementOutside]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    guard !framework.levels.isEmpty else { return }
    var names = KnownNames(framework.levels.map(\.id.value), unknownLevel, messageForLevel)
    for form in framework.forms { names.check(form.level, into: &bag) }
    for use in framework.fieldUses where use.field.kind == .judgement {
      let id = use.field.id
      guard let wanted = framework.forms[use.form].level, use.within.isEmpty else {
        bag.report(judgementOutside, message(outside: id.value), at: id.range)
        continue
      }
      guard let level = resolved.level(wanted.value) else { continue }
      if ReviewKind.allCases.contains(where: { resolved.judgedLevel($0) == level }) { continue }
      bag.report(judgementNotJudged, message(id.value, wanted.value), at: id.range)
    }
  }

  private static func messageForLevel(_ level: String) -> String { "No level is called “\(level)”." }
  private static func message(_ field: String, _ level: String) -> String {
    "The field “\(field)” wants a judgement, but nobody judges the level “\(level)”."
  }
  private static func message(outside field: String) -> String {
    "The field “\(field)” wants a judgement, but not of one criterion."
  }
}
