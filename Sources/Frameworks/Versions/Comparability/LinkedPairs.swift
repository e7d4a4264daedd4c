/// The pairs that a crosswalk makes.
enum LinkedPairs {
  static func along(_ crosswalk: ResolvedCrosswalk) -> [Comparability.Pair] {
    var pairs: [Comparability.Pair] = []
    var linked: (from: Set<String>, to: Set<String>) = ([], [])
    for link in crosswalk.links where link.relates {
      let from = link.from.compactMap { crosswalk.from.criterion($0.value) }
      let to = link.to.compactMap { crosswalk.to.criterion($0.value) }
      guard !from.isEmpty, !to.isEmpty else { continue }
      linked.from.formUnion(from.map(\.path))
      linked.to.formUnion(to.map(\.path))
      pairs.append(pair(link, from, to, crosswalk))
    }
    let reasons = (from: reasons(crosswalk.unrelated.from), to: reasons(crosswalk.unrelated.to))
    for criterion in crosswalk.to.criteria where !linked.to.contains(criterion.path) {
      var pair = Comparability.Pair.alone(
        to: [criterion.path], .unlinked, why: reasons.to[criterion.path].map { [$0] } ?? [])
      pair.judge([], [criterion])
      pairs.append(pair)
    }
    for criterion in crosswalk.from.criteria where !linked.from.contains(criterion.path) {
      var pair = Comparability.Pair.alone(
        from: [criterion.path], .unlinked, why: reasons.from[criterion.path].map { [$0] } ?? [])
      pair.judge([criterion], [])
      pairs.append(pair)
    }
    return pairs
  }

  private static func pair(
    _ link: CrosswalkLink, _ from: [ResolvedCriterion], _ to: [ResolvedCriterion],
    _ crosswalk: ResolvedCrosswalk
  ) -> Comparability.Pair {
    var pair: Comparability.Pair
    if from.count == 1, to.count == 1, link.relation.value == .same || link.relation.value == .reworded {
      pair = CriterionContent.pair(from[0], in: crosswalk.from, to[0], in: crosswalk.to) {
        crosswalk.scaleMap(from: $0, to: $1) ?? Descent.ScaleMap(from: $0, to: $1, points: nil, why: "")
      }
      if link.relation.value == .reworded { pair.meaning = .reworded }
    } else {
      pair = Comparability.Pair(
        from: from.map(\.path), to: to.map(\.path), meaning(link, from.count, to.count))
      if pair.meaning == .none { pair.ground = .partly }
      pair.judge(from, to)
    }
    pair.why.insert(link.rationale, at: 0)
    if link.basis.value == .inferred { pair.asides.insert(.inferred) }
    if link.confidence.value != .high { pair.asides.insert(.unsure) }
    return pair
  }

  /// One that is all of several was split, several that are all of one were merged; whatever else has only a part in
  /// common.
  private static func meaning(_ link: CrosswalkLink, _ from: Int, _ to: Int) -> Comparability.Relation {
    switch link.relation.value {
    case .same, .reworded: from == 1 ? .split : to == 1 ? .merged : .none
    case .broader: from == 1 && to > 1 ? .split : .none
    case .narrower: from > 1 && to == 1 ? .merged : .none
    case .overlaps, .lookalike: .none
    }
  }

  private static func reasons(_ criteria: [UnrelatedCriterion]) -> [String: String] {
    Dictionary(criteria.map { ($0.path.value, $0.why) }, uniquingKeysWith: { first, _ in first })
  }
}
