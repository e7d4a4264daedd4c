import Documents
import Frameworks
import Rubrics

/// A partnership's exact figures beside what is published of its region: for the partnership alone.
///
/// Every export carries ``mark``.
public struct LocalProfile: Sendable {
  /// What stands on every export.
  public static let mark = "not for publication"
  public static let schema = "waymark.local/1"

  /// What people call the partnership.
  public let partnership: String
  public let rubric: Rubric
  public let kind: ReviewKind
  public let period: Period
  /// How many members' reviews count.
  public let subjects: Int
  /// The sections where the framework has any of several criteria; else empty.
  public let sections: [LocalFigure]
  /// Every judged criterion, in the framework's order.
  public let criteria: [LocalFigure]
  /// What is not set beside the figures, and why, in sentences.
  public let remarks: [String]

  /// - Parameters:
  ///   - table: every member's latest agreed review of this kind and period.
  ///   - regional: figures of other criteria, or on another scale, are passed over.
  public init(
    partnership: String, rubric: Rubric, kind: ReviewKind, period: Period, table: JudgementTable,
    regional: [RegionalFigure], remarks: [String] = []
  ) {
    (self.partnership, self.rubric, self.kind, self.period) = (partnership, rubric, kind, period)
    (subjects, self.remarks) = (table.rowCount, remarks)
    let columns = rubric.columns(kind)
    let groups = rubric.framework.framework.sections.isEmpty ? [] : rubric.groups(kind)
    let score = TableScore(rubric: rubric, kind: kind, table: table, groups: groups)
    let told = Dictionary(grouping: regional) { $0.unit.rawValue + " " + $0.id }
    criteria = columns.criteria.indices.map { column in
      let criterion = rubric.framework.criteria[columns.criteria[column]]
      let scale = rubric.scales[columns.scales[column]]
      return LocalFigure(
        unit: .criterion, id: criterion.path,
        title: criterion.criterion.title ?? rubric.framework.sentence(criterion), scale: scale,
        spread: score.median(column: column), sum: CriterionMean.sum(of: table, column: column, on: scale),
        told: told["criterion " + criterion.path] ?? [])
    }
    sections =
      !score.groups.contains { $0.columns.count > 1 }
      ? []
      : score.groups.enumerated().map { index, group in
        LocalFigure(
          unit: .section, id: group.id, title: group.title, scale: score.groupScales[index],
          spread: score.median(group: index),
          sum: SectionMean.sum(of: table, columns: group.columns, on: score.groupScales[index]),
          told: told["section " + group.id] ?? [])
      }
  }

  /// Sections first: where they are published, they are what stands beside the region.
  public var figures: [LocalFigure] { sections + criteria }

  /// Figures that have a region's beside them.
  public var compared: [LocalFigure] { figures.filter { !$0.beside.isEmpty } }
}

/// A partnership's own exact figures on one criterion or section.
public struct LocalFigure: Sendable {
  public let unit: Sheet.Unit
  public let id: String
  public let title: String
  public let scale: CompiledScale
  /// The median with the counts behind it; of a section, of all answers in it.
  public let spread: AggregateResult
  /// The subjects behind the mean.
  public let n: Int
  /// The exact mean, as a sheet works it out before its noise; `nil` where nobody is judged, or the points have
  /// no order.
  public let mean: Double?
  public let beside: [RegionalFigure]

  init(
    unit: Sheet.Unit, id: String, title: String, scale: CompiledScale, spread: AggregateResult,
    sum: ExactSum, told: [RegionalFigure]
  ) {
    (self.unit, self.id, self.title, self.scale) = (unit, id, title, scale)
    self.spread = spread
    n = sum.n
    mean = scale.isOrdered && sum.n > 0 ? Double(sum.sum) / Double(sum.n * sum.criteria) : nil
    beside = told.filter {
      scale.isOrdered && $0.points == scale.lowest...max(scale.lowest, scale.highest)
    }
  }

  /// Where the own exact mean stands beside a region's interval; `nil` without a mean.
  public func verdict(beside figure: RegionalFigure) -> Verdict? { mean.map { figure.verdict(on: $0) } }
}
