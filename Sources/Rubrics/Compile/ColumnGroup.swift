import Frameworks

/// Judged criteria that are looked at as one: a section, or a criterion with all below it.
public struct ColumnGroup: Sendable, Equatable {
  public let id: String
  public let title: String
  /// Of the rubric's columns, in order.
  public let columns: [Int]

  public init(id: String, title: String, columns: [Int]) {
    self.id = id
    self.title = title
    self.columns = Array(Set(columns)).sorted()
  }
}

extension Rubric {
  /// The framework's sections; where it names none, its criteria at the top. Groups without a judged
  /// criterion are left out.
  public func groups(_ kind: ReviewKind) -> [ColumnGroup] {
    let columns = columns(kind)
    let sections = framework.framework.sections
    let groups =
      sections.isEmpty
      ? framework.children(of: nil).map {
        ColumnGroup(id: $0.path, title: $0.name, columns: Array(columns.columns(within: $0)))
      }
      : sections.map { section in
        ColumnGroup(
          id: section.id.value, title: section.title,
          columns: section.of.compactMap { framework.criterion($0.value) }.flatMap {
            columns.columns(within: $0)
          })
      }
    return groups.filter { !$0.columns.isEmpty }
  }

  /// The scale that most of some columns share; of equally many, the first in the framework. `nil` without
  /// columns.
  ///
  /// - Parameter accepts: which kinds of scale come into question.
  public func commonScale(
    of columns: some Sequence<Int>, kind: ReviewKind, where accepts: (Scale.Kind) -> Bool = { _ in true }
  ) -> Int? {
    let all = self.columns(kind).scales
    var counts = [Int](repeating: 0, count: scales.count)
    for column in columns where accepts(scales[all[column]].scale.kind) { counts[all[column]] += 1 }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }
}
