import Diagnostics
import Documents

/// What becomes of judgements where a change swaps a scale.
extension ChangeApplier {
  /// Keeps the map of a change that swaps a scale, or points of one.
  mutating func noteMap(
    _ change: Change, _ address: Located<String>, _ holder: Target, _ key: String, old: Node?, new: Node
  ) {
    let swaps = swaps(holder, key, old: old, new: new)
    for swap in swaps { scalePlaces[swap.to] = address.range }
    guard let map = change.map else { return }
    guard !swaps.isEmpty else {
      bag.report(
        ResolutionCodes.mapUnused, "“\(address.value)” decides nothing about scales.", at: address.range)
      return
    }
    for swap in swaps {
      let scaleMap = Descent.ScaleMap(
        from: swap.from, to: swap.to, points: map.byPoint, why: change.why, range: address.range)
      if let other = scaleMaps.first(where: { $0.from == swap.from && $0.to == swap.to }),
        other.points != scaleMap.points
      {
        bag.report(
          ResolutionCodes.mapPoints,
          "An earlier change carries judgements from “\(swap.from)” to “\(swap.to)” in another way.",
          help: "One scale becomes another in one way: give both changes the same map.", at: address.range)
        return
      }
      scaleMaps.append(scaleMap)
    }
  }

  /// The ids of each scale that was and of the one that takes its place.
  private mutating func swaps(
    _ holder: Target, _ key: String, old: Node?, new: Node
  ) -> [(from: String, to: String)] {
    if holder.criterion != nil {
      guard holder.isCriterion, key == "scale" else { return [] }
      let before = old.map { [tree.string($0)] } ?? usualScales()
      return before.map { ($0, tree.string(new)) }
    }
    switch (holder.names.first ?? key, holder.names.count) {
    case ("scales", 0):
      let entries = old.map { tree.entries($0) } ?? []
      return entries.map { (tree.string($0.key), tree.string($0.key)) }
    case ("scales", 1): return [(key, key)]
    case ("scales", _): return [(holder.names[1], holder.names[1])]
    case ("judging", 0):
      return ReviewKind.allCases.flatMap { kind in
        // First both, then the call: opening a mapping changes the tree that the call looks at.
        let before = old.flatMap { tree.value(of: kind.rawValue, in: $0) }
        let after = tree.value(of: kind.rawValue, in: new)
        return swaps(before, after)
      }
    case ("judging", 1): return swaps(old, new)
    case ("judging", 2) where key == "scale": return old.map { [(tree.string($0), tree.string(new))] } ?? []
    default: return []
    }
  }

  /// Between two ways of marking.
  private func swaps(_ old: Node?, _ new: Node?) -> [(from: String, to: String)] {
    guard let old, let new, let from = tree.text(of: "scale", in: old),
      let to = tree.text(of: "scale", in: new)
    else { return [] }
    return [(from, to)]
  }

  /// The scales of criteria that name none.
  private mutating func usualScales() -> [String] {
    guard let judging = tree.value(of: "judging", in: tree.root) else { return [] }
    var scales: [String] = []
    for kind in ReviewKind.allCases {
      if let marking = tree.value(of: kind.rawValue, in: judging),
        let scale = tree.text(of: "scale", in: marking),
        !scales.contains(scale)
      {
        scales.append(scale)
      }
    }
    return scales
  }
}

extension PointMap {
  /// For each point its new one; `nil` where judgements cannot be carried over.
  var byPoint: [String: String]? {
    guard case .points(let points) = self else { return nil }
    return Dictionary(points.map { ($0.key.value, $0.value.value) }, uniquingKeysWith: { first, _ in first })
  }
}
