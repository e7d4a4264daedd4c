/// What may be compared between two frameworks, criterion by criterion: two versions, a variant and its base, two
/// variants of one base, or two frameworks that a crosswalk relates.
public struct Comparability: Sendable {
  public let from: ResolvedFramework
  public let to: ResolvedFramework
  /// Those of ``to`` in its order, then those that only ``from`` has.
  public let pairs: [Pair]
  /// How the two hang together, from the one to the other; empty for one content, and where nothing relates them.
  public let route: [Leg]
  /// Whether anything relates them.
  public let isRelated: Bool
  private let byFrom: [String: [Int]]
  private let byTo: [String: [Int]]

  init(
    from: ResolvedFramework, to: ResolvedFramework, pairs: [Pair], route: [Leg], isRelated: Bool = true
  ) {
    (self.from, self.to, self.route, self.isRelated) = (from, to, route, isRelated)
    self.pairs = PairOrder(from, to).ordered(pairs)
    (byFrom, byTo) = (Self.index(self.pairs, \.from), Self.index(self.pairs, \.to))
  }

  /// One framework beside itself: all `same`, or `moving`.
  init(identity framework: ResolvedFramework) {
    self.init(
      from: framework, to: framework,
      pairs: framework.criteria.map {
        CriterionContent.pair($0, in: framework, $0, in: framework) { _, _ in nil }
      },
      route: [])
  }

  /// The pairs that a criterion of ``to`` is in: one along versions and variants, any number through a crosswalk. The
  /// closest first.
  public func pairs(to path: String) -> [Pair] { closest(byTo[path]) }

  public func pairs(from path: String) -> [Pair] { closest(byFrom[path]) }

  public func pair(to path: String) -> Pair? { pairs(to: path).first }

  public func pair(from path: String) -> Pair? { pairs(from: path).first }

  private func closest(_ indices: [Int]?) -> [Pair] {
    (indices ?? []).map { pairs[$0] }.enumerated()
      .sorted { ($0.element.relation.distance, $0.offset) < ($1.element.relation.distance, $1.offset) }
      .map(\.element)
  }

  /// How many pairs there are of each relation, the closest relation first; those of which there are none left out.
  public var counts: [(relation: Relation, count: Int)] {
    let counts = Dictionary(grouping: pairs, by: \.relation).mapValues(\.count)
    return Relation.allCases.compactMap { relation in counts[relation].map { (relation, $0) } }
  }

  /// Whether all judgements stand as they are: nothing but `same`.
  public var isSame: Bool { pairs.allSatisfy { $0.relation == .same } }

  /// The other way round.
  public var inverted: Comparability {
    Comparability(
      from: to, to: from, pairs: pairs.map(\.inverse), route: route.reversed().map(\.inverse),
      isRelated: isRelated)
  }

  /// What ``from`` is to the other's ``to``, by way of the framework between them.
  public func then(_ next: Comparability) -> Comparability {
    Comparability(
      from: from, to: next.to, pairs: PairComposition(pairs, next.pairs).pairs, route: route + next.route,
      isRelated: isRelated && next.isRelated)
  }

  private static func index(_ pairs: [Pair], _ side: KeyPath<Pair, [String]>) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (position, pair) in pairs.enumerated() {
      for path in pair[keyPath: side] { index[path, default: []].append(position) }
    }
    return index
  }

  /// A step between two frameworks, one of which came from the other, or which a crosswalk relates.
  public struct Leg: Sendable, Equatable {
    public var from: FrameworkIdentity
    public var to: FrameworkIdentity
    public var kind: Kind
    /// Whether it leads from what came later to what it came from.
    public var isBackwards = false

    public enum Kind: Sendable, Equatable {
      /// The later extends the earlier.
      case variant
      /// The later says how it came from the earlier.
      case migration
      /// Two versions of one framework, of which nobody says how one came from the other.
      case unsaid
      /// By its id and version.
      case crosswalk(String)
    }

    var inverse: Leg { Leg(from: to, to: from, kind: kind, isBackwards: !isBackwards) }

    /// For people, a sentence.
    public var words: String {
      let (earlier, later) = isBackwards ? (to, from) : (from, to)
      return switch kind {
      case .variant: "\(later) extends \(earlier)."
      case .migration: "\(later) says how it came from \(earlier)."
      case .unsaid: "Nobody says how \(later) came from \(earlier), so paths and words are compared."
      case .crosswalk(let name): "The crosswalk \(name) relates \(earlier) and \(later)."
      }
    }
  }
}

extension Comparability.Relation {
  /// How close it is: 0 for `same`.
  var distance: Int {
    switch self {
    case .same: 0
    case .moving: 1
    case .reworded: 2
    case .rescaled: 3
    case .split, .merged: 4
    case .none: 5
    }
  }
}
