/// How much of one framework a crosswalk accounts for.
public struct CrosswalkCoverage: Sendable, Equatable {
  /// Criteria by what is said of them; each counts once.
  public struct Count: Sendable, Equatable {
    /// Named by a link.
    public var linked = 0
    /// Below a criterion that is linked.
    public var within = 0
    /// Above criteria that are all accounted for.
    public var gathered = 0
    /// Without a counterpart, themselves or with the criterion above them.
    public var unrelated = 0
    /// Of which nothing is said.
    public var open = 0

    public init() {}

    public var accounted: Int { linked + within + gathered + unrelated }
    public var total: Int { accounted + open }

    mutating func add(_ standing: CrosswalkAccount.Standing) {
      switch standing {
      case .linked: linked += 1
      case .within: within += 1
      case .gathered: gathered += 1
      case .unrelated: unrelated += 1
      case .open: open += 1
      }
    }

    mutating func add(_ other: Count) {
      linked += other.linked
      within += other.within
      gathered += other.gathered
      unrelated += other.unrelated
      open += other.open
    }
  }

  /// One criterion at the top, with all below it.
  public struct Area: Sendable, Equatable {
    public let path: String
    public let name: String
    public var all = Count()
    /// Only what some kind of review judges.
    public var judged = Count()
  }

  public private(set) var areas: [Area] = []
  /// Linked criteria by their closest link.
  public private(set) var byRelation: [CrosswalkLink.Relation: Int] = [:]
  public private(set) var byConfidence: [CrosswalkLink.Confidence: Int] = [:]

  public var all: Count { areas.reduce(into: Count()) { $0.add($1.all) } }
  public var judged: Count { areas.reduce(into: Count()) { $0.add($1.judged) } }

  init(
    _ links: [CrosswalkLink], _ unrelated: [UnrelatedCriterion], _ side: CrosswalkSide,
    of framework: ResolvedFramework
  ) {
    let account = CrosswalkAccount(links, unrelated, side, of: framework)
    for top in framework.children(of: nil) {
      var area = Area(path: top.path, name: top.name)
      for criterion in framework.criteria[top.index..<top.end] {
        let standing = account.standings[criterion.index]
        area.all.add(standing)
        if !criterion.judgedBy.isEmpty { area.judged.add(standing) }
        guard let link = account.closest[criterion.index].map({ links[$0] }) else { continue }
        byRelation[link.relation.value, default: 0] += 1
        byConfidence[link.confidence.value, default: 0] += 1
      }
      areas.append(area)
    }
  }
}
