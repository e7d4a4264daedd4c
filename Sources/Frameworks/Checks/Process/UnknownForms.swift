import Diagnostics

/// A step and a quality sample name the form that is filled then; it must stand under `forms`.
enum UnknownForms: FrameworkCheck {
  static let unknownForm = DiagnosticCode(
    "unknown-form", "A form is named that does not stand under `forms`.",
    advice: "Correct the name, or add the form under `forms`.")
  static let codes = [unknownForm]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    var names = KnownNames(framework.forms.map(\.id.value), unknownForm, message)
    for step in framework.process.stages.flatMap(\.steps) { names.check(step.form, into: &bag) }
    for sample in framework.process.samples { names.check(sample.form, into: &bag) }
  }

  private static func message(_ form: String) -> String { "No form is called “\(form)”." }
}
