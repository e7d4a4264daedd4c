import Diagnostics

/// A statement says what one point looks like, so its `at` names a point of the criterion's scale.
enum StatementPoints: FrameworkCheck {
  static let statementPoint = DiagnosticCode(
    "statement-point", "A statement stands at a point that the criterion's scale does not have.",
    advice: "Use the id of one of the scale's points.")
  static let codes = [statementPoint]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var points: [Int: Set<String>] = [:]
    var names: [Int: NameSuggester] = [:]
    for index in resolved.criteria.indices where !resolved.criteria[index].criterion.statements.isEmpty {
      let scales = ReviewKind.allCases.compactMap { resolved.judgedScale(index, by: $0) }
      guard let scale = scales.first else { continue }
      for other in scales where points[other] == nil {
        points[other] = Set(resolved.scale(other).points.map(\.id.value))
      }
      for statement in resolved.criteria[index].criterion.statements where !statement.at.value.isEmpty {
        if scales.contains(where: { points[$0]?.contains(statement.at.value) == true }) { continue }
        var suggester = names[scale] ?? NameSuggester(resolved.scale(scale).points.map(\.id.value))
        bag.report(
          statementPoint, message(statement.at.value, resolved.framework.scales[scale].key.value),
          help: suggester.help(for: statement.at.value), at: statement.at.range)
        names[scale] = suggester
      }
    }
  }

  private static func message(_ point: String, _ scale: String) -> String {
    "The scale “\(scale)” has no point “\(point)”."
  }
}
