import Frameworks
import Rubrics

/// What a registry has to know of a framework for every sheet and answer: which figures there can be, and
/// what they are called. It is worked out once, when the framework arrives.
public struct FrameworkOutline: Sendable, Equatable, Codable {
  public let title: String
  /// Whose judgements are published: the peers' where they mark anything, else the schools' own (DESIGN
  /// section 6).
  public let kind: String
  /// The judged criteria, in order.
  public let criteria: [FigureOutline]
  /// The framework's sections, in order.
  public let sections: [FigureOutline]

  public init(_ rubric: Rubric) {
    let framework = rubric.framework
    let kind: ReviewKind = framework.markingKinds.contains(.peer) ? .peer : .own
    let columns = rubric.columns(kind)
    title = framework.framework.title
    self.kind = kind.rawValue
    criteria = columns.criteria.indices.map { column in
      let criterion = framework.criteria[columns.criteria[column]]
      return FigureOutline(id: criterion.path, title: criterion.name, columns: [column], columns, rubric)
    }
    sections = framework.framework.sections.map { section in
      let own = Set(
        section.of.compactMap { framework.criterion($0.value) }.flatMap { columns.columns(within: $0) })
      return FigureOutline(
        id: section.id.value, title: section.title, columns: own.sorted(), columns, rubric)
    }
  }

  /// The figures of one unit, in order.
  public func figures(_ unit: FigureUnit) -> [FigureOutline] { unit == .section ? sections : criteria }
}

/// What one figure can be.
public struct FigureOutline: Sendable, Equatable, Codable {
  /// A criterion's path or a section's id.
  public let id: String
  public let title: String
  /// How many criteria it sums up.
  public let criteria: Int
  /// The scale's lowest and highest value; both `nil` where there can be no mean (no order, or several
  /// scales).
  public let lowest: Int?
  public let highest: Int?
  /// Whether a point of the scale asks for more from year to year.
  public let isMoving: Bool
  /// The scale's points, the lowest first.
  public let points: [ScalePoint]

  /// A point as an axis shows it.
  public struct ScalePoint: Sendable, Equatable, Codable {
    public let value: Int
    public let label: String
  }

  init(id: String, title: String, columns own: [Int], _ columns: Rubric.Columns, _ rubric: Rubric) {
    (self.id, self.title) = (id, title)
    criteria = own.count
    let scales = Set(own.map { columns.scales[$0] })
    let scale = scales.count == 1 ? scales.first.map { rubric.scales[$0] } : nil
    let hasMean = scale.map { $0.isOrdered && $0.lowest < $0.highest } ?? false
    lowest = hasMean ? scale?.lowest : nil
    highest = hasMean ? scale?.highest : nil
    isMoving = scale?.scale.stability == .moving
    points =
      (hasMean ? scale : nil).map { scale in
        zip(scale.values, scale.scale.points).map { ScalePoint(value: $0, label: $1.name) }
      } ?? []
  }
}
