import Frameworks
import Rubrics

/// A criterion or section of which a sheet could hold a figure, before anybody is counted.
public struct SheetUnit: Sendable, Equatable {
  /// A criterion's path or a section's id.
  public let id: String
  public let title: String
  /// Columns of the cohort's table, in order.
  public let columns: [Int]
  /// The paths of the columns' criteria.
  public let criteria: [String]

  /// Every one that a sheet under the policy could hold: criteria, or sections where many are judged.
  ///
  /// A framework whose sections no sheet can be made of gives those that it has; the maker of sheets refuses it.
  public static func all(of rubric: Rubric, kind: ReviewKind, policy: Policy) -> [SheetUnit] {
    let columns = rubric.columns(kind)
    let framework = rubric.framework
    if policy.unit(criteria: columns.count) == .criterion { return criteria(of: rubric, kind: kind) }
    return framework.framework.sections.map { section in
      let own = Set(
        section.of.compactMap { framework.criterion($0.value) }.flatMap { columns.columns(within: $0) })
      return SheetUnit(
        id: section.id.value, title: section.title, columns: own.sorted(),
        criteria: own.sorted().map { framework.criteria[columns.criteria[$0]].path })
    }
  }

  /// Every judged criterion, in the framework's order.
  public static func criteria(of rubric: Rubric, kind: ReviewKind) -> [SheetUnit] {
    rubric.columns(kind).criteria.enumerated().map { column, position in
      let criterion = rubric.framework.criteria[position]
      return SheetUnit(
        id: criterion.path, title: criterion.name, columns: [column], criteria: [criterion.path])
    }
  }

  /// Whether a subject counts: where at least half of the columns hold a point.
  ///
  /// - Parameter marks: one for each of ``columns``.
  public func counts(_ marks: some Sequence<UInt8>) -> Bool {
    let judged = marks.count { $0 < Mark.firstReserved }
    return judged > 0 && 2 * judged >= columns.count
  }
}

extension Policy {
  /// How figures are published, by the number of subjects.
  public func classes(for unit: Sheet.Unit) -> [SizeClass] {
    unit == .section ? sections.classes : criteria
  }

  /// The class that publishes figures of `n` subjects; `nil` where nothing is published.
  public func publishing(_ unit: Sheet.Unit, n: Int) -> SizeClass? {
    classes(for: unit).first { n >= max($0.from, 1) && n <= $0.to ?? .max && $0.technique != .nothing }
  }

  /// What a sheet holds figures of, by the number of judged criteria.
  public func unit(criteria: Int) -> Sheet.Unit { criteria > sections.above ? .section : .criterion }
}
