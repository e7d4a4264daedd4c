import Diagnostics

/// Ids are how reviews, figures and later versions name things, so within its list each id stands once:
/// criteria among their neighbours, statements, questions and evidence within a criterion, points within a
/// scale, fields within a form, and levels, stems, sections, forms and source documents within the framework.
enum DuplicateIDs: FrameworkCheck {
  static let duplicateID = DiagnosticCode(
    "duplicate-id", "Two things in one list have the same id.",
    advice: "Give one of them another id. Reviews name things by their ids and could not tell the two apart.")
  static let codes = [duplicateID]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    check(framework.sources, \.id, "source document", into: &bag)
    check(framework.levels, \.id, "level", into: &bag)
    for scale in framework.scales { check(scale.value.points, \.id, "point of this scale", into: &bag) }
    check(framework.stems, \.id, "stem", into: &bag)
    check(framework.criteria, \.id, "criterion beside it", into: &bag)
    for index in resolved.criteria.indices {
      check(resolved.criteria[index].criterion.statements, \.id, "statement of this criterion", into: &bag)
      check(resolved.criteria[index].criterion.questions, \.id, "question of this criterion", into: &bag)
      check(resolved.criteria[index].criterion.evidence, \.id, "evidence item of this criterion", into: &bag)
      check(resolved.criteria[index].criterion.criteria, \.id, "criterion beside it", into: &bag)
    }
    check(framework.sections, \.id, "section", into: &bag)
    check(framework.forms, \.id, "form", into: &bag)
    for form in framework.forms { check(form.fields, \.id, "field of this form", into: &bag) }
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
