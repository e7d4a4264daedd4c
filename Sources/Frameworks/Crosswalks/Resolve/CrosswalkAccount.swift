/// What a crosswalk says of each criterion of one side.
struct CrosswalkAccount {
  /// How a criterion is accounted for; the first that holds.
  enum Standing {
    /// A link names it.
    case linked
    /// It, or the nearest criterion above it of which anything is said, has no counterpart.
    case unrelated
    /// The nearest criterion above it of which anything is said is linked.
    case within
    /// Everything right below it is accounted for.
    case gathered
    /// Nothing is said of it.
    case open
  }

  /// By position in ``ResolvedFramework/criteria``.
  private(set) var standings: [Standing]
  /// The closest link that names each, by position in the links.
  private(set) var closest: [Int?]

  init(
    _ links: [CrosswalkLink], _ unrelated: [UnrelatedCriterion], _ side: CrosswalkSide,
    of framework: ResolvedFramework
  ) {
    let criteria = framework.criteria
    standings = Array(repeating: .open, count: criteria.count)
    closest = Array(repeating: nil, count: criteria.count)
    for criterion in unrelated {
      if let index = framework.criterion(criterion.path.value)?.index { standings[index] = .unrelated }
    }
    for (position, link) in links.enumerated() where link.relates {
      for path in link.paths(side) {
        guard let index = framework.criterion(path.value)?.index else { continue }
        standings[index] = .linked
        if let other = closest[index], !link.isCloser(than: links[other]) { continue }
        closest[index] = position
      }
    }
    for criterion in criteria where standings[criterion.index] == .open {
      switch criterion.parent.map({ standings[$0] }) {
      case .linked, .within: standings[criterion.index] = .within
      case .unrelated: standings[criterion.index] = .unrelated
      default: break
      }
    }
    for criterion in criteria.reversed() where standings[criterion.index] == .open {
      let children = framework.children(of: criterion)
      if !children.isEmpty, children.allSatisfy({ standings[$0.index] != .open }) {
        standings[criterion.index] = .gathered
      }
    }
  }
}

extension CrosswalkLink {
  fileprivate func isCloser(than other: CrosswalkLink) -> Bool {
    let (own, others) = (relation.value.distance, other.relation.value.distance)
    return own != others ? own < others : confidence.value.rank < other.confidence.value.rank
  }
}

extension CrosswalkLink.Confidence {
  fileprivate var rank: Int {
    switch self {
    case .high: 0
    case .medium: 1
    case .low: 2
    }
  }
}
