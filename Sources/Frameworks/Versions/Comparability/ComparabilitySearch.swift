import Documents

extension Comparability {
  /// What may be compared between two frameworks.
  ///
  /// They are related along what their authors say first (variants and their bases, migrations); what those leave
  /// without a counterpart is looked for at equal paths of versions that no migration ties; what is then left,
  /// through the crosswalks.
  ///
  /// - Parameters:
  ///   - history: where bases and earlier versions are looked for.
  ///   - crosswalks: in either direction.
  public static func between(
    _ from: ResolvedFramework, _ to: ResolvedFramework, history: some FrameworkHistory = NoHistory(),
    crosswalks: [ResolvedCrosswalk] = []
  ) -> Comparability {
    if Lineage.name(from) == Lineage.name(to) {
      return from.framework.criteria == to.framework.criteria && from.framework.hasSameMarks(as: to.framework)
        ? Comparability(identity: to).between(from, to) : drafts(from, to)
    }
    let lineage = Lineage([from, to], history: history, crosswalks: crosswalks)
    let search = RouteSearch(lineage)
    func route(_ taste: RouteSearch.Taste) -> Comparability? {
      search.route(from: Lineage.name(from), to: Lineage.name(to), taste).map { along($0, from, to, lineage) }
    }
    guard var found = route(.stated) else { return unrelated(from, to) }
    for taste in [RouteSearch.Taste.unsaid, .linked] where found.hasOpenEnds {
      if let other = route(taste), other.route != found.route { found = found.filled(from: other) }
    }
    return found
  }

  /// Two contents under one name: drafts.
  private static func drafts(_ from: ResolvedFramework, _ to: ResolvedFramework) -> Comparability {
    Comparability(
      from: from, to: to, pairs: DirectPairs.unsaid(from: from, to: to),
      route: [Leg(from: FrameworkIdentity(of: from), to: FrameworkIdentity(of: to), kind: .unsaid)])
  }

  private func between(_ from: ResolvedFramework, _ to: ResolvedFramework) -> Comparability {
    Comparability(from: from, to: to, pairs: pairs, route: [])
  }

  private static func unrelated(_ from: ResolvedFramework, _ to: ResolvedFramework) -> Comparability {
    let pairs =
      to.criteria.map { criterion in
        var pair = Pair.alone(to: [criterion.path], .unlinked)
        pair.judge([], [criterion])
        return pair
      }
      + from.criteria.map { criterion in
        var pair = Pair.alone(from: [criterion.path], .unlinked)
        pair.judge([criterion], [])
        return pair
      }
    return Comparability(from: from, to: to, pairs: pairs, route: [], isRelated: false)
  }

  private static func along(
    _ route: [RouteSearch.Step], _ from: ResolvedFramework, _ to: ResolvedFramework, _ lineage: Lineage
  ) -> Comparability {
    let steps = route.compactMap { step -> Comparability? in
      guard let earlier = lineage.frameworks[step.tie.earlier],
        let later = lineage.frameworks[step.tie.later]
      else { return nil }
      let direct = Comparability(
        from: earlier, to: later, pairs: step.tie.pairs(earlier, later),
        route: [
          Leg(from: FrameworkIdentity(of: earlier), to: FrameworkIdentity(of: later), kind: step.tie.kind)
        ])
      return step.isBackwards ? direct.inverted : direct
    }
    guard let first = steps.first else { return unrelated(from, to) }
    return steps.dropFirst().reduce(first) { $0.then($1) }
  }

  /// Whether both sides have criteria of which nothing is said.
  private var hasOpenEnds: Bool {
    pairs.contains { $0.isOpen && $0.from.isEmpty } && pairs.contains { $0.isOpen && $0.to.isEmpty }
  }

  /// What this leaves without a counterpart, as another way finds it.
  private func filled(from other: Comparability) -> Comparability {
    let open = pairs.filter(\.isOpen)
    let (openFrom, openTo) = (Set(open.flatMap(\.from)), Set(open.flatMap(\.to)))
    let more = other.pairs.filter { pair in
      !pair.from.isEmpty && !pair.to.isEmpty && pair.from.allSatisfy(openFrom.contains)
        && pair.to.allSatisfy(openTo.contains)
    }
    guard !more.isEmpty else { return self }
    let (foundFrom, foundTo) = (Set(more.flatMap(\.from)), Set(more.flatMap(\.to)))
    let kept = pairs.filter { pair in
      !pair.isOpen
        || !(pair.from.contains(where: foundFrom.contains) || pair.to.contains(where: foundTo.contains))
    }
    let legs = other.route.filter { !route.contains($0) }
    return Comparability(from: from, to: to, pairs: kept + more, route: route + legs)
  }
}

extension Comparability.Pair {
  /// Whether it is one criterion of which nothing is said but that it is new or gone.
  fileprivate var isOpen: Bool { meaning == .none && (from.isEmpty || to.isEmpty) }
}

extension Lineage.Tie {
  fileprivate func pairs(
    _ earlier: ResolvedFramework, _ later: ResolvedFramework
  ) -> [Comparability.Pair] {
    switch bond {
    case .variant(let descent): DirectPairs.along(descent, from: earlier, to: later)
    case .migration(let migration):
      DirectPairs.along(
        Descent(migration: migration, from: earlier, to: later), from: earlier, to: later)
    case .unsaid: DirectPairs.unsaid(from: earlier, to: later)
    case .crosswalk(let crosswalk): LinkedPairs.along(crosswalk)
    }
  }

  fileprivate var kind: Comparability.Leg.Kind {
    switch bond {
    case .variant: .variant
    case .migration: .migration
    case .unsaid: .unsaid
    case .crosswalk(let resolved):
      .crosswalk("\(resolved.crosswalk.id.value)@\(resolved.crosswalk.version.value)")
    }
  }
}

extension Framework {
  /// Whether both judge in the same way: levels, scales, stems and who judges.
  fileprivate func hasSameMarks(as other: Framework) -> Bool {
    levels == other.levels && scales == other.scales && stems == other.stems && judging == other.judging
  }
}
