/// Which criteria of two frameworks are one and the same, and what became of the rest.
///
/// Criteria are named by their positions in ``ResolvedFramework/criteria``.
struct Correspondence {
  /// In the order of the later framework, then what is gone.
  private(set) var links: [Link] = []
  /// For each criterion of the later framework its link, and for each of the earlier one all of its links.
  private var byLater: [Int: Int] = [:]
  private var byEarlier: [Int: [Int]] = [:]

  struct Link: Equatable {
    var kind: Kind
    var from: [Int]
    var to: [Int]
    var why: [String] = []
    /// Nobody says so; the two look alike.
    var isGuess = false

    enum Kind { case one, split, merged, replaced, added, removed }
  }

  /// As the authors say; what nobody speaks of is paired where it looks alike.
  init(_ comparability: Comparability) {
    let (earlier, later) = (comparability.from, comparability.to)
    for pair in comparability.pairs {
      let from = pair.from.compactMap { earlier.criterion($0)?.index }
      let to = pair.to.compactMap { later.criterion($0)?.index }
      links.append(Link(kind: Self.kind(pair), from: from, to: to, why: pair.why.filter { !$0.isEmpty }))
    }
    if !comparability.isRelated || comparability.route.contains(where: { $0.kind == .unsaid }) {
      pairAlike(earlier, later)
    }
    for (number, link) in links.enumerated() {
      for criterion in link.to { byLater[criterion] = number }
      for criterion in link.from { byEarlier[criterion, default: []].append(number) }
    }
  }

  private static func kind(_ pair: Comparability.Pair) -> Link.Kind {
    switch (pair.from.count, pair.to.count) {
    case (0, _): .added
    case (_, 0): .removed
    case (1, 1): [.replaced, .rearranged].contains(pair.ground) ? .replaced : .one
    case (1, _): .split
    default: .merged
    }
  }

  private mutating func pairAlike(_ earlier: ResolvedFramework, _ later: ResolvedFramework) {
    let known = links.filter { $0.kind == .one }.map { (old: $0.from[0], new: $0.to[0]) }
    let pairs = LookAlikes.pairs(
      from: earlier, to: later, known: known,
      gone: links.filter { $0.kind == .removed }.flatMap(\.from),
      new: links.filter { $0.kind == .added }.flatMap(\.to))
    guard !pairs.isEmpty else { return }
    let (old, new) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    links.removeAll { link in
      (link.kind == .removed && link.from.contains(where: old.contains))
        || (link.kind == .added && link.to.contains(where: new.contains))
    }
    links += pairs.map { Link(kind: .one, from: [$0.old], to: [$0.new], isGuess: true) }
    links.sort { ($0.to.first ?? .max, $0.from.first ?? 0) < ($1.to.first ?? .max, $1.from.first ?? 0) }
  }

  /// What a criterion of the later framework came from.
  func link(ofLater criterion: Int?) -> Link? { criterion.flatMap { byLater[$0] }.map { links[$0] } }

  /// What became of a criterion of the earlier framework.
  func link(ofEarlier criterion: Int?) -> Link? {
    criterion.flatMap { byEarlier[$0]?.first }.map { links[$0] }
  }

  /// Whether a criterion of the later framework is one of the earlier one, or a part of it; two that are nothing
  /// are both the framework itself.
  func isFrom(_ earlier: Int?, _ later: Int?) -> Bool {
    guard let earlier, let later else { return earlier == nil && later == nil }
    guard let link = link(ofLater: later) else { return false }
    return link.kind != .replaced && link.from.contains(earlier)
  }
}
