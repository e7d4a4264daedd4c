import Diagnostics

/// A fact or a box of the kind `choice` says what may be chosen; one of another kind has nothing to choose.
enum Choices: FrameworkCheck {
  static let missing = DiagnosticCode(
    "choices-missing", "There is nothing to choose from.",
    advice: "List at least two `choices`, each with an id and a title.")
  static let unused = DiagnosticCode(
    "choices-unused", "Choices stand where nothing is chosen.",
    advice: "Write `kind: choice`, or remove `choices`.")
  static let codes = [missing, unused]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    func check(_ id: Located<String>, isChoice: Bool, _ choices: [AnswerOption]) {
      if isChoice, choices.count < 2 {
        bag.report(missing, choices.isEmpty ? message(id.value) : message(single: id.value), at: id.range)
      } else if !isChoice, !choices.isEmpty {
        bag.report(unused, message(unused: id.value), at: id.range)
      }
    }
    for fact in resolved.framework.facts { check(fact.id, isChoice: fact.kind == .choice, fact.choices) }
    for use in resolved.framework.fieldUses {
      check(use.field.id, isChoice: use.field.kind == .choice, use.field.choices)
    }
  }

  private static func message(_ id: String) -> String {
    "“\(id)” is of the kind `choice` but has no `choices`."
  }
  private static func message(single id: String) -> String { "“\(id)” has a single choice." }
  private static func message(unused id: String) -> String {
    "“\(id)” has `choices` but is not of the kind `choice`."
  }
}
