import Diagnostics

/// A plan says what one review will cover, and who comes; there is one form for it, filled once a review.
enum FormPurposes: FrameworkCheck {
  static let planTwice = DiagnosticCode(
    "plan-twice", "Two forms are for the plan of a review.",
    advice: "Rules ask *the* plan. Keep `purpose: plan` at one of the forms.")
  static let planForLevel = DiagnosticCode(
    "plan-for-level", "A plan would be filled for each criterion of a level.",
    advice: "Remove `for`: a plan is filled once for a review.")
  static let planPicksNothing = DiagnosticCode(
    "plan-picks-nothing", "A plan has no box that picks criteria, so that its coverage cannot be checked.",
    severity: .warning,
    advice: "Add a box of the kind `criteria` or `questions`.")
  static let codes = [planTwice, planForLevel, planPicksNothing]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    let picking = Set(
      framework.fieldUses.filter { $0.field.kind == .criteria || $0.field.kind == .questions }.map(\.form))
    var plan: String?
    for (index, form) in framework.forms.enumerated() {
      switch form.purpose {
      case .plan:
        if let plan { bag.report(planTwice, message(plan), at: form.id.range) }
        plan = plan ?? form.id.value
        if let level = form.level { bag.report(planForLevel, message(level: form.id.value), at: level.range) }
        if !picking.contains(index), !framework.coverage.all.isEmpty {
          bag.report(planPicksNothing, message(picking: form.id.value), at: form.id.range)
        }
      case .record, .actions, .process: continue
      }
    }
  }

  private static func message(_ plan: String) -> String { "The form “\(plan)” is for the plan already." }
  private static func message(level form: String) -> String {
    "“\(form)” is a plan, but would be filled more than once a review."
  }
  private static func message(picking form: String) -> String {
    "The plan “\(form)” does not say which criteria are covered."
  }
}
