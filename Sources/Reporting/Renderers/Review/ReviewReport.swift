import Diagnostics
import Frameworks
import Rubrics

/// A review with all that is set beside it: the other side's review, and an earlier one.
public struct ReviewReport: Sendable {
  /// The self-review where there is one, else the peers'.
  public let main: ScoredReview
  /// The peers' review beside a self-review.
  public let beside: SelfBesidePeer?
  public let shift: Shift?

  /// - Parameters:
  ///   - scores: one review, or the self-review and the peer review of one subject, in any order.
  ///   - earlier: an earlier review of the same kind as one of them.
  /// - Throws: `usage` for another number of reviews or two of one kind, `refused` where they do not belong together.
  public init(_ scores: [ScoredReview], against earlier: ScoredReview? = nil) throws(Failure) {
    guard let first = scores.first, scores.count <= 2 else {
      throw Failure(
        .usage, scores.isEmpty ? "There is no review to report on." : "These are \(scores.count) reviews.",
        help: "Name one review, or the self-review and the peer review of one subject.")
    }
    if let second = scores.dropFirst().first {
      guard first.kind != second.kind else {
        throw Failure(
          .usage, "Both reviews are \(English.plural(FrameworkWords.kind(first.kind))).",
          help: "Name a self-review and a peer review, or give the earlier one with --against.")
      }
      let (own, peer) = first.kind == .own ? (first, second) : (second, first)
      main = own
      beside = try SelfBesidePeer(own: own, peer: peer)
    } else {
      main = first
      beside = nil
    }
    guard let earlier else {
      shift = nil
      return
    }
    let later = earlier.kind == main.kind ? main : beside?.peer ?? main
    shift = try Shift(from: earlier, to: later)
  }

  public var rubric: Rubric { main.rubric }
  /// The peers' review, beside the self-review or alone.
  var peer: ScoredReview? { beside?.peer ?? (main.kind == .peer ? main : nil) }
  /// What people call a criterion.
  func name(_ path: String) -> String { rubric.framework.criterion(path)?.name ?? path }
  var subject: String { main.review.subject.name ?? main.review.subject.id.value }
}
