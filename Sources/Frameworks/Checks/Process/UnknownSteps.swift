import Diagnostics

/// Windows and cadences count from steps, and agreements stand before one; each must be a step of the
/// process.
enum UnknownSteps: FrameworkCheck {
  static let unknownStep = DiagnosticCode(
    "unknown-step", "A step is named that the process does not have.",
    advice: "Use the id of a step of one of the stages under `process`.")
  static let agreementBefore = DiagnosticCode(
    "agreement-unknown-step", "An agreement stands before something that does not exist.",
    advice: "Write `before: measures`, or the id of a step under `process`.")
  static let codes = [unknownStep, agreementBefore]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    let steps = framework.process.stages.flatMap(\.steps)
    let ids = steps.map(\.id.value)
    var names = KnownNames(ids, unknownStep, message)
    for step in steps {
      names.check(step.window?.before, into: &bag)
      names.check(step.window?.after, into: &bag)
    }
    for cadence in framework.process.cadences { names.check(cadence.step, into: &bag) }
    var waiting = KnownNames([Agreement.measures] + ids, agreementBefore, message)
    for agreement in framework.agreements { waiting.check(agreement.before, into: &bag) }
  }

  private static func message(_ step: String) -> String { "No step is called “\(step)”." }
}
