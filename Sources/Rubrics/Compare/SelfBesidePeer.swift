import Diagnostics
import Frameworks

/// What a subject said of itself beside what its peers said, criterion by criterion.
public struct SelfBesidePeer: Sendable {
  public let own: ScoredReview
  public let peer: ScoredReview
  /// Every criterion that either side marks, in the framework's order.
  public let entries: [Entry]

  public struct Entry: Sendable, Equatable {
    public let path: String
    public let name: String
    /// `nil` where this side does not mark the criterion.
    public let own: ScoredMark?
    public let peer: ScoredMark?
    /// How many points the peers are above the subject's own mark; below it, less than 0. `nil` where either
    /// has no point, the scale has no order, or the two sides use different scales.
    public let gap: Int?
    /// For a head teacher.
    public let words: String
  }

  /// - Throws: `refused` where the two are not a self-review and a peer review of one subject and period
  ///   against the same framework, to the letter.
  public init(own: ScoredReview, peer: ScoredReview) throws(Failure) {
    guard own.kind == .own, peer.kind == .peer else {
      throw Failure(
        .refused,
        "A self-review and a peer review are wanted; these are "
          + "“\(own.kind.rawValue)” and “\(peer.kind.rawValue)”.",
        help: "Give the self-review first, then the peers'.")
    }
    try ComparedReviews.requireSameSubject(own, peer)
    try ComparedReviews.requireSameFramework(own, peer)
    guard own.rubric.digest == peer.rubric.digest else {
      throw Failure(
        .refused, "These reviews are held against different contents of “\(own.rubric.id)”.",
        help: "Use one version of the framework for both sides.")
    }
    guard own.period == peer.period else {
      throw Failure(
        .refused,
        "These reviews are of different school years, \(Self.name(own)) and \(Self.name(peer)).",
        help: "Check the dates, or write the period in both.")
    }
    self.own = own
    self.peer = peer
    entries = zip(own.criteria, peer.criteria).filter { $0.mark != nil || $1.mark != nil }.map(Self.entry)
  }

  /// How many criteria both sides marked with a point.
  public var bothMarked: Int { entries.count { $0.own?.isPoint == true && $0.peer?.isPoint == true } }

  private static func entry(_ own: ScoredCriterion, _ peer: ScoredCriterion) -> Entry {
    var gap: Int?
    if case .point(let first)? = own.mark, case .point(let second)? = peer.mark, let scale = own.scale,
      scale == peer.scale
    {
      gap = ComparedReviews.steps(from: first, to: second, on: scale)
    }
    return Entry(
      path: own.path, name: own.name, own: own.mark, peer: peer.mark, gap: gap, words: words(own, peer, gap))
  }

  private static func words(_ own: ScoredCriterion, _ peer: ScoredCriterion, _ gap: Int?) -> String {
    guard let ownMark = own.mark, let ownScale = own.scale else { return "Only the peers mark this." }
    guard let peerMark = peer.mark, let peerScale = peer.scale else { return "The peers do not mark this." }
    if !ownMark.isPoint || !peerMark.isPoint {
      return "Self: \(ownMark.text(on: ownScale)); peers: \(peerMark.text(on: peerScale))."
    }
    guard ownScale == peerScale else { return "The two sides use different scales." }
    switch gap {
    case nil: return ownMark == peerMark ? "Both chose the same." : "They chose differently."
    case 0?: return "Both chose the same point."
    case let gap?:
      return "The peers are \(ComparedReviews.points(abs(gap))) \(gap > 0 ? "higher" : "lower")."
    }
  }

  private static func name(_ review: ScoredReview) -> String { review.period?.description ?? "one not given" }
}

extension ScoredMark {
  var isPoint: Bool { if case .point = self { true } else { false } }
}
