import Diagnostics
import Frameworks

/// What a subject said of itself beside what its peers said, criterion by criterion.
public struct SelfBesidePeer: Sendable {
  public let own: ScoredReview
  public let peer: ScoredReview
  /// What may be compared between their frameworks, from the subject's own to the peers'.
  public let comparability: Comparability
  /// Every criterion that either side marks: those of the subject's own framework in its order, then those
  /// that only the peers' has.
  public let entries: [Entry]

  public struct Entry: Sendable, Equatable {
    /// In the subject's own framework; in the peers' where only that has it.
    public let path: String
    public let name: String
    /// `nil` where this side does not mark the criterion.
    public let own: ScoredMark?
    public let peer: ScoredMark?
    /// How many points the peers are above the subject's own mark; below it, less than 0. `nil` where either
    /// has no point, the scale has no order, or the two cannot be compared.
    public let gap: Int?
    /// Why the two points cannot be compared; `nil` where they can, or there are not two.
    public let obstacle: Comparability.Obstacle?
    /// For a head teacher.
    public let words: String
  }

  /// - Parameters:
  ///   - history: where frameworks between the two are looked for, if they are not held against one.
  /// - Throws: `refused` where the two are not a self-review and a peer review of one subject and period, or nothing
  ///   relates their frameworks.
  public init(
    own: ScoredReview, peer: ScoredReview, history: some FrameworkHistory = NoHistory(),
    crosswalks: [ResolvedCrosswalk] = []
  ) throws(Failure) {
    guard own.kind == .own, peer.kind == .peer else {
      throw Failure(
        .refused,
        "A self-review and a peer review are wanted; these are "
          + "“\(own.kind.rawValue)” and “\(peer.kind.rawValue)”.",
        help: "Give the self-review first, then the peers'.")
    }
    try ComparedReviews.requireSameSubject(own, peer)
    comparability = try ComparedReviews.comparability(own, peer, history, crosswalks)
    guard own.period == peer.period else {
      throw Failure(
        .refused,
        "These reviews are of different school years, \(Self.name(own)) and \(Self.name(peer)).",
        help: "Check the dates, or write the period in both.")
    }
    self.own = own
    self.peer = peer
    entries = Self.entries(own, peer, comparability)
  }

  /// The peers' criterion that stands beside one of the subject's own, whether or not they compare.
  public func peer(of path: String) -> ScoredCriterion? {
    comparability.successor(of: path).flatMap(peer.criterion)
  }

  /// What a reader must know where the two sides are held against different frameworks.
  public var cautions: [String] {
    guard !comparability.route.isEmpty else { return [] }
    let references =
      "The self-review is held against \(own.rubric.reference), the peers' against \(peer.rubric.reference)."
    let apart = entries.count { $0.obstacle != nil }
    return [
      apart == 0
        ? references + " All judgements can be compared."
        : "\(references) \(entries.count - apart) of \(entries.count) judgements can be compared."
    ]
  }

  /// How many criteria both sides marked with a point.
  public var bothMarked: Int { entries.count { $0.own?.isPoint == true && $0.peer?.isPoint == true } }

  private static func entries(
    _ own: ScoredReview, _ peer: ScoredReview, _ comparability: Comparability
  ) -> [Entry] {
    var entries: [Entry] = []
    var beside: Set<String> = []
    for criterion in own.criteria {
      let pair = comparability.pair(from: criterion.path)
      let other = comparability.successor(of: criterion.path).flatMap(peer.criterion)
      if let other { beside.insert(other.path) }
      guard criterion.mark != nil || other?.mark != nil else { continue }
      entries.append(entry(criterion, other, pair))
    }
    for criterion in peer.criteria where criterion.mark != nil && !beside.contains(criterion.path) {
      entries.append(
        Entry(
          path: criterion.path, name: criterion.name, own: nil, peer: criterion.mark, gap: nil, obstacle: nil,
          words: "Only the peers mark this."))
    }
    return entries
  }

  private static func entry(
    _ own: ScoredCriterion, _ peer: ScoredCriterion?, _ pair: Comparability.Pair?
  ) -> Entry {
    var gap: Int?
    let second: UInt8? = if case .point(let code)? = peer?.mark { code } else { nil }
    let first = pair.flatMap { peersPoint(of: own, peer, $0) }
    if let first, let second, let scale = peer?.scale {
      gap = ComparedReviews.steps(from: first, to: second, on: scale)
    }
    let bothMark = own.mark?.isPoint == true && second != nil
    let obstacle: Comparability.Obstacle? =
      bothMark && first == nil ? pair?.obstacle ?? .otherScale : nil
    return Entry(
      path: own.path, name: own.name, own: own.mark, peer: peer?.mark, gap: gap, obstacle: obstacle,
      words: words(own, peer, first == second, gap, obstacle))
  }

  /// The subject's own point on the peers' scale: by way of the scale on which the peers' framework has subjects judge
  /// themselves, or of the one on which the subject's own has peers judge. `nil` where neither is the same.
  private static func peersPoint(
    of own: ScoredCriterion, _ peer: ScoredCriterion?, _ pair: Comparability.Pair
  ) -> UInt8? {
    guard case .point(let code)? = own.mark, let id = own.scale?.point(code)?.id.value,
      let peer, let scale = peer.scale
    else { return nil }
    if peer.criterion.ownScale == peer.criterion.peerScale, let point = pair.converted(id, by: .own) {
      return scale.code(of: point)
    }
    guard own.criterion.ownScale == own.criterion.peerScale else { return nil }
    return pair.converted(id, by: .peer).flatMap(scale.code)
  }

  private static func words(
    _ own: ScoredCriterion, _ peer: ScoredCriterion?, _ isSame: Bool, _ gap: Int?,
    _ obstacle: Comparability.Obstacle?
  ) -> String {
    guard let ownMark = own.mark, let ownScale = own.scale else { return "Only the peers mark this." }
    guard let peerMark = peer?.mark, let peerScale = peer?.scale else { return "The peers do not mark this." }
    if !ownMark.isPoint || !peerMark.isPoint {
      return "Self: \(ownMark.text(on: ownScale)); peers: \(peerMark.text(on: peerScale))."
    }
    switch (obstacle, gap) {
    case (.otherScale?, _): return "The two sides use different scales."
    case (let obstacle?, _): return "Not comparable: \(obstacle.meaning)."
    case (nil, nil): return isSame ? "Both chose the same." : "They chose differently."
    case (nil, 0?): return "Both chose the same point."
    case (nil, let gap?):
      return "The peers are \(ComparedReviews.points(abs(gap))) \(gap > 0 ? "higher" : "lower")."
    }
  }

  private static func name(_ review: ScoredReview) -> String { review.period?.description ?? "one not given" }
}

extension ScoredMark {
  var isPoint: Bool { if case .point = self { true } else { false } }
}
