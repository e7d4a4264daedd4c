import Documents
import Frameworks
import Rubrics

/// A cohort's scores on one criterion or section, on their way to an audited figure.
struct CohortScores {
  let id: String
  let title: String
  let values: [Int]
  /// By subject: the position of its point, or of the point nearest to its mean over the section.
  let points: [Int?]
  /// How many criteria it sums up.
  let criteria: Int
  /// The exact sum that noise is added to.
  let total: Int
  let parts: [AuditedFigure.Part]

  var n: Int { points.count { $0 != nil } }

  static func criteria(_ cohort: JudgementTable, _ rubric: Rubric, _ kind: ReviewKind) -> [CohortScores] {
    let columns = rubric.columns(kind)
    return columns.criteria.indices.compactMap { column in
      let criterion = rubric.framework.criteria[columns.criteria[column]]
      let scale = rubric.scales[columns.scales[column]]
      guard scale.isOrdered, scale.lowest < scale.highest else { return nil }
      let points = positions(cohort, column, scale)
      return CohortScores(
        id: criterion.path, title: criterion.name, values: scale.values.sorted(), points: points, criteria: 1,
        total: CriterionMean.sum(of: cohort, column: column, on: scale).sum,
        parts: [AuditedFigure.Part(column: column, points: points)])
    }
  }

  static func sections(_ cohort: JudgementTable, _ rubric: Rubric, _ kind: ReviewKind) -> [CohortScores] {
    let columns = rubric.columns(kind)
    let framework = rubric.framework
    return framework.framework.sections.compactMap { section in
      let own = Set(
        section.of.compactMap { framework.criterion($0.value) }.flatMap { columns.columns(within: $0) }
      ).sorted()
      guard let first = own.first, own.allSatisfy({ columns.scales[$0] == columns.scales[first] }) else {
        return nil
      }
      let scale = rubric.scales[columns.scales[first]]
      guard scale.isOrdered, scale.lowest < scale.highest else { return nil }
      let values = scale.values.sorted()
      let parts = own.map { AuditedFigure.Part(column: $0, points: positions(cohort, $0, scale)) }
      return CohortScores(
        id: section.id.value, title: section.title, values: values,
        points: (0..<cohort.rowCount).map { score(of: $0, parts, values) }, criteria: own.count,
        total: SectionMean.sum(of: cohort, columns: own, on: scale).sum, parts: parts)
    }
  }

  /// The scores of a figure whose cohort is known already.
  init(_ figure: AuditedFigure, criteria: Int) {
    (id, title, values, points) = (figure.id, figure.title, figure.values, figure.points)
    (self.criteria, parts) = (criteria, [])
    total = criteria * figure.published.sum(of: figure.counts)
  }

  private init(
    id: String, title: String, values: [Int], points: [Int?], criteria: Int, total: Int,
    parts: [AuditedFigure.Part]
  ) {
    (self.id, self.title, self.values, self.points) = (id, title, values, points)
    (self.criteria, self.total, self.parts) = (criteria, total, parts)
  }

  /// With another mechanism than what was published.
  func figure(
    _ mechanism: Mechanism, _ technique: Technique, output: PublishedFigure.Output?
  ) -> AuditedFigure {
    AuditedFigure(
      id: id, title: title, values: values, points: points, mechanism: mechanism, technique: technique,
      output: output, criteria: criteria, parts: parts)
  }

  /// With what was published; `nil` where that cannot be attacked.
  func figure(_ figure: SheetFigure) -> AuditedFigure? {
    // A section counts as one score, so its noise is that of one criterion.
    let mechanism = figure.content.method.mechanism(points: values, criteria: 1)
    if case .nothing = mechanism { return nil }
    let output = figure.noisy.map { noisy in
      let noise = SectionMean.roundedQuotient(noisy.sum - total, criteria)
      return PublishedFigure.Output.sum(points.reduce(0) { $0 + ($1.map { values[$0] } ?? 0) } + noise)
    }
    return self.figure(mechanism, figure.technique, output: output)
  }

  private static func positions(
    _ cohort: JudgementTable, _ column: Int, _ scale: CompiledScale
  ) -> [Int?] {
    let values = scale.values.sorted()
    return (0..<cohort.rowCount).map { row in
      scale.value(of: cohort[row, column]).flatMap { values.firstIndex(of: $0) }
    }
  }

  /// A subject counts where at least half of the section is judged (``SectionMean``).
  private static func score(of row: Int, _ parts: [AuditedFigure.Part], _ values: [Int]) -> Int? {
    let judged = parts.compactMap { $0.points[row] }
    guard !judged.isEmpty, 2 * judged.count >= parts.count else { return nil }
    let mean = Double(judged.reduce(0) { $0 + values[$1] }) / Double(judged.count)
    return values.indices.min { abs(Double(values[$0]) - mean) < abs(Double(values[$1]) - mean) }
  }
}
