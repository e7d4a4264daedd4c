/// The pairs of two frameworks that stand next to each other, the earlier first.
enum DirectPairs {
  /// What an author says of how the one came from the other.
  static func along(
    _ descent: Descent, from earlier: ResolvedFramework, to later: ResolvedFramework
  ) -> [Comparability.Pair] {
    var pairs: [Comparability.Pair] = []
    var reached: Set<String> = []
    var parts: [String: [(path: String, why: [String])]] = [:]
    var removed: [String: [String]] = [:]
    for removal in descent.removed {
      removed[removal.path, default: []] += removal.why.isEmpty ? [] : [removal.why]
    }
    // What somebody said goes first: a criterion that nobody named cannot claim what another one took over.
    let order =
      later.criteria.filter { descent.touched[$0.path] != nil }
      + later.criteria.filter { descent.touched[$0.path] == nil }
    for criterion in order {
      let origin = descent.origin(of: criterion.path)
      let sources = origin.paths.compactMap(earlier.criterion)
        .filter { origin.how == .split || (removed[$0.path] == nil && !reached.contains($0.path)) }
      guard let source = sources.first else {
        pairs.append(new(criterion, origin, earlier, &reached, removed))
        continue
      }
      reached.formUnion(sources.map(\.path))
      switch origin.how {
      case .split: parts[source.path, default: []].append((criterion.path, origin.why))
      case .merged where sources.count > 1:
        var pair = Comparability.Pair(
          from: sources.map(\.path), to: [criterion.path], .merged, why: origin.why)
        pair.judge(sources, [criterion])
        pairs.append(pair)
      default:
        var pair = CriterionContent.pair(
          source, in: earlier, criterion, in: later, map: descent.scaleMap(from:to:))
        pair.why = origin.why + pair.why.filter { !origin.why.contains($0) }
        if pair.meaning == .reworded, origin.how != .reworded, !pair.asides.contains(.relabelled) {
          pair.asides.insert(.unsaid)
        }
        for reason in swaps(descent, source, earlier)
        where pair.relation == .none && !pair.why.contains(reason) {
          pair.why.append(reason)
        }
        pairs.append(pair)
      }
    }
    for (path, parts) in parts.sorted(by: { $0.key < $1.key }) {
      var pair = Comparability.Pair(from: [path], to: parts.map(\.path), .split)
      for reason in parts.flatMap(\.why) where !pair.why.contains(reason) { pair.why.append(reason) }
      pair.judge([path].compactMap(earlier.criterion), parts.compactMap { later.criterion($0.path) })
      pairs.append(pair)
    }
    for criterion in earlier.criteria where !reached.contains(criterion.path) {
      var pair = Comparability.Pair.alone(
        from: [criterion.path], .removed, why: removed[criterion.path] ?? [])
      pair.judge([criterion], [])
      pairs.append(pair)
    }
    return pairs
  }

  /// Why judgements of a criterion are made on another scale, or are made elsewhere.
  private static func swaps(
    _ descent: Descent, _ criterion: ResolvedCriterion, _ framework: ResolvedFramework
  ) -> [String] {
    let scales = Set(
      ReviewKind.allCases.compactMap { criterion.judgedScale(by: $0) }
        .map { framework.framework.scales[$0].key.value })
    return descent.scaleMaps.filter { scales.contains($0.from) && !$0.why.isEmpty }.map(\.why)
  }

  /// Without a counterpart; what took the place of another is shown beside it.
  private static func new(
    _ criterion: ResolvedCriterion, _ origin: Descent.Origin, _ earlier: ResolvedFramework,
    _ reached: inout Set<String>, _ removed: [String: [String]]
  ) -> Comparability.Pair {
    var pair = Comparability.Pair.alone(to: [criterion.path], .added, why: origin.why)
    pair.judge([], [criterion])
    guard origin.how == .replaced, removed[criterion.path] != nil,
      let before = earlier.criterion(criterion.path), reached.insert(before.path).inserted
    else { return pair }
    pair.from = [before.path]
    pair.ground = .replaced
    pair.judge([before], [criterion])
    return pair
  }

  /// Two versions of one framework, of which nobody says how one came from the other: equal paths belong together, if
  /// they read the same, or if the later version is not a major one.
  static func unsaid(
    from earlier: ResolvedFramework, to later: ResolvedFramework
  ) -> [Comparability.Pair] {
    let isMajor = earlier.framework.version.value.major != later.framework.version.value.major
    var pairs: [Comparability.Pair] = []
    for criterion in later.criteria {
      guard let before = earlier.criterion(criterion.path) else {
        var pair = Comparability.Pair.alone(to: [criterion.path], .added)
        pair.judge([], [criterion])
        pairs.append(pair)
        continue
      }
      var pair = CriterionContent.pair(before, in: earlier, criterion, in: later) { _, _ in nil }
      if pair.meaning == .reworded {
        pair.asides.insert(.unsaid)
        if isMajor { (pair.meaning, pair.ground) = (.none, .unsaid) }
      }
      pairs.append(pair)
    }
    for criterion in earlier.criteria where later.criterion(criterion.path) == nil {
      var pair = Comparability.Pair.alone(from: [criterion.path], .removed)
      pair.judge([criterion], [])
      pairs.append(pair)
    }
    return pairs
  }
}
