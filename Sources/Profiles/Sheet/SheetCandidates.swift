import Diagnostics
import Frameworks
import Rubrics

/// A criterion or section that might become a figure.
struct SheetCandidate {
  let id: String
  let title: String
  let content: Content

  enum Content {
    case sum(ExactSum)
    case none(SheetOmission.Reason)
  }
}

/// What a sheet could hold, before any gate: every judged criterion, or every section where many are judged.
enum SheetCandidates {
  /// - Throws: `refused` where many criteria are judged and the framework's sections do not do.
  static func of(_ request: SheetRequest) throws(Failure) -> (Sheet.Unit, [SheetCandidate]) {
    let columns = request.rubric.columns(request.kind)
    guard columns.count > request.policy.sections.above else {
      return (.criterion, criteria(request, columns))
    }
    return (.section, try sections(request, columns))
  }

  private static func criteria(_ request: SheetRequest, _ columns: Rubric.Columns) -> [SheetCandidate] {
    columns.criteria.indices.map { column in
      let criterion = request.rubric.framework.criteria[columns.criteria[column]]
      let scale = request.rubric.scales[columns.scales[column]]
      return SheetCandidate(
        id: criterion.path, title: criterion.name,
        content: scale.isOrdered
          ? .sum(CriterionMean.sum(of: request.cohort, column: column, on: scale)) : .none(.nominalScale))
    }
  }

  private static func sections(
    _ request: SheetRequest, _ columns: Rubric.Columns
  ) throws(Failure) -> [SheetCandidate] {
    let framework = request.rubric.framework
    let sections = framework.framework.sections
    if sections.isEmpty { throw SheetRules.sectionsWanted(request.policy, judged: columns.count) }
    if sections.count > request.policy.sections.atMost {
      throw SheetRules.tooManySections(request.policy, sections.count)
    }
    var taken: Set<Int> = []
    var candidates: [SheetCandidate] = []
    for section in sections {
      // Paths may name a criterion and one below it; either way it belongs to the section once.
      let own = Set(
        section.of.compactMap { framework.criterion($0.value) }.flatMap { columns.columns(within: $0) })
      if let twice = own.intersection(taken).min() {
        throw SheetRules.sectionsOverlap(request.policy, framework.criteria[columns.criteria[twice]].path)
      }
      taken.formUnion(own)
      candidates.append(
        SheetCandidate(
          id: section.id.value, title: section.title, content: content(own.sorted(), request, columns)))
    }
    return candidates
  }

  private static func content(
    _ own: [Int], _ request: SheetRequest, _ columns: Rubric.Columns
  ) -> SheetCandidate.Content {
    guard let first = own.first else { return .none(.notJudged) }
    guard own.allSatisfy({ columns.scales[$0] == columns.scales[first] }) else { return .none(.mixedScales) }
    let scale = request.rubric.scales[columns.scales[first]]
    guard scale.isOrdered else { return .none(.nominalScale) }
    return .sum(SectionMean.sum(of: request.cohort, columns: own, on: scale))
  }
}
