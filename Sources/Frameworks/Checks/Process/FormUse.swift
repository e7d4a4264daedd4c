import Diagnostics

/// A plan, a form for actions and one about the process are filled at a step: at which one, the process says. One that
/// no step names is never asked for. (Several steps may fill one form, each a part of it; a record may stand alone.)
enum FormUse: FrameworkCheck {
  static let unused = DiagnosticCode(
    "unused-form", "A form is filled at no step of the process.", severity: .warning,
    advice: "Name it at the step where it is filled, or give it a level with `for`.")
  static let codes = [unused]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    let steps = framework.process.stages.flatMap(\.steps)
    guard !steps.isEmpty else { return }
    let used = Set(
      steps.compactMap { $0.form?.value } + framework.process.samples.compactMap { $0.form?.value })
    // A name that is misspelt where it is used is reported there, and is likely the one that seems unused.
    guard used.isSubset(of: framework.forms.map(\.id.value)) else { return }
    for form in framework.forms
    where form.level == nil && form.purpose != .record && !form.id.value.isEmpty
      && !used.contains(form.id.value)
    {
      bag.report(unused, message(form.id.value), at: form.id.range)
    }
  }

  private static func message(_ form: String) -> String { "No step fills the form “\(form)”." }
}
