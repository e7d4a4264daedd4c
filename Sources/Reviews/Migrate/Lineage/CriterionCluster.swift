import Frameworks

/// Criteria of two frameworks that belong together: those that became, or came from, one another.
struct CriterionCluster: Sendable, Equatable {
  /// Paths on the one side and on the other, in the frameworks' order; none where a criterion is gone or new.
  var from: [String] = []
  var to: [String] = []
  /// Whether another thing stands in the place of what is gone.
  var isReplaced = false
  /// Whether somebody said that its words changed.
  var isReworded = false
  var why: [String] = []

  var reversed: CriterionCluster {
    var other = self
    (other.from, other.to) = (to, from)
    return other
  }
}

extension CriterionCluster {
  /// All clusters of an earlier framework and one that came from it.
  ///
  /// - Parameter descent: without it, criteria with the same path are the same.
  static func all(
    from earlier: ResolvedFramework, to later: ResolvedFramework, _ descent: Descent?
  ) -> [CriterionCluster] {
    let origins = later.criteria.map { criterion in
      descent?.origin(of: criterion.path) ?? Descent.Origin(paths: [criterion.path], how: .same)
    }
    let gone = Dictionary(
      (descent?.removed ?? []).map { ($0.path, $0.why) }, uniquingKeysWith: { first, _ in first })
    var groups = Groups(earlier.criteria.count + later.criteria.count)
    for (index, origin) in origins.enumerated() where origin.how != .added && origin.how != .replaced {
      for path in origin.paths {
        guard let before = earlier.criterion(path), origin.how != .same || gone[path] == nil else { continue }
        groups.join(before.index, earlier.criteria.count + index)
      }
    }
    let replaced = Set(zip(later.criteria, origins).filter { $1.how == .replaced }.map(\.0.path))
    var clusters: [Int: CriterionCluster] = [:]
    for criterion in earlier.criteria {
      let group = groups.root(criterion.index)
      clusters[group, default: CriterionCluster()].from.append(criterion.path)
    }
    for (criterion, origin) in zip(later.criteria, origins) {
      let group = groups.root(earlier.criteria.count + criterion.index)
      clusters[group, default: CriterionCluster()].to.append(criterion.path)
      if origin.how == .reworded { clusters[group]?.isReworded = true }
      clusters[group]?.note(origin.why)
    }
    for (group, cluster) in clusters where cluster.to.isEmpty {
      clusters[group]?.note(cluster.from.compactMap { gone[$0] })
      clusters[group]?.isReplaced = cluster.from.contains { replaced.contains($0) }
    }
    return clusters.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func note(_ reasons: [String]) {
    for reason in reasons where !reason.isEmpty && !why.contains(reason) { why.append(reason) }
  }
}

/// Disjoint sets of numbers, each named by its smallest.
private struct Groups {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ left: Int, _ right: Int) {
    let roots = (root(left), root(right))
    parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
  }
}
