import Diagnostics

/// Ids are how documents, figures and later versions name things, so within its list each id stands once:
/// criteria among their neighbours, statements, questions and evidence within a criterion, points within a
/// scale, boxes within a form, a table or a repeated part, steps within the whole process, facts among those
/// of the subject or of the team, and everything else within the framework.
enum DuplicateIDs: FrameworkCheck {
  static let duplicateID = DiagnosticCode(
    "duplicate-id", "Two things in one list have the same id.",
    advice: "Give one of them another id. Reviews name things by their ids and could not tell the two apart.")
  static let codes = [duplicateID]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    check(framework.sources, \.id, "source document", into: &bag)
    for source in framework.sources { check(source.places, \.id, "place of this document", into: &bag) }
    check(framework.levels, \.id, "level", into: &bag)
    for scale in framework.scales { check(scale.value.points, \.id, "point of this scale", into: &bag) }
    for use in resolved.aggregateUses { check(use.aggregate.bands, \.id, "band beside it", into: &bag) }
    check(framework.stems, \.id, "stem", into: &bag)
    check(framework.criteria, \.id, "criterion beside it", into: &bag)
    for index in resolved.criteria.indices {
      check(resolved.criteria[index].criterion.statements, \.id, "statement of this criterion", into: &bag)
      check(resolved.criteria[index].criterion.questions, \.id, "question of this criterion", into: &bag)
      check(resolved.criteria[index].criterion.evidence, \.id, "evidence item of this criterion", into: &bag)
      check(resolved.criteria[index].criterion.criteria, \.id, "criterion beside it", into: &bag)
    }
    check(framework.sections, \.id, "section", into: &bag)
    check(framework.rules, \.id, "rule", into: &bag)
    for owner in Fact.Owner.allCases {
      check(framework.facts.filter { $0.of == owner }, \.id, "fact of the \(owner.rawValue)", into: &bag)
    }
    for fact in framework.facts { check(fact.choices, \.id, "choice of this fact", into: &bag) }
    checkTeamAndProcess(framework, into: &bag)
    checkForms(framework, into: &bag)
    checkMeasures(framework, into: &bag)
  }

  private static func checkTeamAndProcess(_ framework: Framework, into bag: inout DiagnosticBag) {
    check(framework.team.roles, \.id, "role", into: &bag)
    for role in framework.team.roles { check(role.duties, \.id, "duty of this role", into: &bag) }
    check(framework.process.stages, \.id, "stage", into: &bag)
    check(framework.process.stages.flatMap(\.steps), \.id, "step of the process", into: &bag)
    check(framework.process.cadences, \.id, "cadence", into: &bag)
    check(framework.process.samples, \.id, "sample", into: &bag)
    check(framework.agreements, \.id, "agreement", into: &bag)
  }

  private static func checkForms(_ framework: Framework, into bag: inout DiagnosticBag) {
    check(framework.forms, \.id, "form", into: &bag)
    for form in framework.forms { check(form.fields, \.id, "field of this form", into: &bag) }
    for use in framework.fieldUses {
      check(
        use.field.fields, \.id, "field of this \(use.field.kind == .table ? "table" : "part")", into: &bag)
      check(use.field.choices, \.id, "choice of this field", into: &bag)
    }
    check(framework.tools, \.id, "tool", into: &bag)
    for tool in framework.tools { check(tool.steps, \.id, "step of this tool", into: &bag) }
  }

  private static func checkMeasures(_ framework: Framework, into bag: inout DiagnosticBag) {
    check(framework.occasions, \.id, "occasion", into: &bag)
    check(framework.measures, \.id, "measure", into: &bag)
    check(framework.trends, \.id, "trend", into: &bag)
    for trend in framework.trends { check(trend.categories, \.id, "direction of this trend", into: &bag) }
    check(framework.signals, \.id, "signal", into: &bag)
    check(framework.triggers, \.id, "trigger", into: &bag)
    check(framework.watch, \.id, "watch list", into: &bag)
    for list in framework.watch { check(list.closedBy, \.id, "side of this watch list", into: &bag) }
  }

  private static func check<Element>(
    _ list: [Element], _ id: KeyPath<Element, Located<String>>, _ what: String, into bag: inout DiagnosticBag
  ) {
    guard list.count > 1 else { return }
    var seen = Set<String>(minimumCapacity: list.count)
    for element in list {
      let id = element[keyPath: id]
      if !id.value.isEmpty, !seen.insert(id.value).inserted {
        bag.report(duplicateID, message(what, id.value), at: id.range)
      }
    }
  }

  private static func message(_ what: String, _ id: String) -> String {
    "Another \(what) is called “\(id)” already."
  }
}
