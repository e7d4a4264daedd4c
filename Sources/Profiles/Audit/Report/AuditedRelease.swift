import Diagnostics
import Documents
import Frameworks
import Rubrics

/// A release with the exact judgements behind it: what an audit attacks.
public struct AuditedRelease: Sendable {
  /// Such as "2025-26".
  public let period: Period
  /// By subject, in the order of every figure's points.
  public let subjects: [String]
  /// Those that are published.
  public let figures: [AuditedFigure]
  public let unit: Sheet.Unit
  /// How many criteria the cohort's table has.
  let columnCount: Int

  public init(period: Period, subjects: [String], figures: [AuditedFigure], unit: Sheet.Unit = .criterion) {
    (self.period, self.subjects, self.figures, self.unit) = (period, subjects, figures, unit)
    columnCount = 0
  }

  /// How its figures are protected.
  public var techniques: Set<Technique> { Set(figures.compactMap(\.technique)) }

  /// How many judgements, or section scores, stand behind its figures.
  public var judgements: Int { figures.reduce(0) { $0 + $1.n } }

  /// What a policy would publish of a cohort. Figures whose noise is not drawn yet have no output.
  ///
  /// - Throws: `refused` where the policy publishes sections and the framework's do not do.
  public init(
    _ cohort: JudgementTable, of rubric: Rubric, kind: ReviewKind, period: Period, under policy: Policy
  ) throws(Failure) {
    let columns = rubric.columns(kind)
    let isLong = columns.count > policy.sections.above
    (self.period, subjects, columnCount) = (period, cohort.subjects, columns.count)
    unit = isLong ? .section : .criterion
    let sources =
      isLong ? CohortScores.sections(cohort, rubric, kind) : CohortScores.criteria(cohort, rubric, kind)
    if isLong, sources.isEmpty { throw SheetRules.sectionsWanted(policy, judged: columns.count) }
    figures = sources.compactMap { [unit] source in
      // A section counts as one score, so its noise is that of one criterion.
      let mechanism = policy.mechanism(unit: unit, n: source.n, points: source.values, criteria: 1)
      if case .nothing = mechanism { return nil }
      let method = Gate(policy, unit).method(for: source.n)
      return source.figure(mechanism, type(of: method).technique, output: nil)
    }
  }

  /// A release as it was fixed.
  ///
  /// - Throws: `badData` where the cohort is not the one that the sheet was made from.
  public init(
    _ sheet: Sheet, of cohort: JudgementTable, rubric: Rubric
  ) throws(Failure) {
    (period, subjects, unit) = (sheet.period, cohort.subjects, sheet.unit)
    columnCount = rubric.columns(sheet.kind).count
    let sources =
      sheet.unit == .section
      ? CohortScores.sections(cohort, rubric, sheet.kind) : CohortScores.criteria(cohort, rubric, sheet.kind)
    var figures: [AuditedFigure] = []
    for figure in sheet.figures {
      guard let source = sources.first(where: { $0.id == figure.id }), source.n == figure.n else {
        throw Failure(
          .badData, "The judgements behind “\(figure.id)” are not those that the release was made from.",
          help: "Check the workspace with `waymark workspace verify`.")
      }
      if let audited = source.figure(figure) { figures.append(audited) }
    }
    self.figures = figures
  }

  /// A publication whose judgements are not at hand: the same schools with the same judgements are assumed to
  /// stand behind it, which is generous to the attacker. Figures of another number of schools are passed over.
  public func assuming(_ sheet: Sheet) -> AuditedRelease {
    let figures = sheet.figures.compactMap { figure -> AuditedFigure? in
      guard let own = self.figures.first(where: { $0.id == figure.id }), own.n == figure.n,
        own.values.first == figure.points.lowerBound, own.values.last == figure.points.upperBound
      else { return nil }
      return CohortScores(own, criteria: figure.criteria).figure(figure)
    }
    return AuditedRelease(period: sheet.period, subjects: subjects, figures: figures, unit: sheet.unit)
  }
}
