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
  ///   - history: where frameworks between those of the reviews are looked for.
  /// - Throws: `usage` for another number of reviews or two of one kind, `refused` where they do not belong together.
  public init(
    _ scores: [ScoredReview], against earlier: ScoredReview? = nil,
    history: some FrameworkHistory = NoHistory()
  ) throws(Failure) {
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
      beside = try SelfBesidePeer(own: own, peer: peer, history: history)
    } else {
      main = first
      beside = nil
    }
    guard let earlier else {
      shift = nil
      return
    }
    let later = earlier.kind == main.kind ? main : beside?.peer ?? main
    shift = try Shift(from: earlier, to: later, history: history)
  }

  public var rubric: Rubric { main.rubric }
  /// The peers' review, beside the self-review or alone.
  var peer: ScoredReview? { beside?.peer ?? (main.kind == .peer ? main : nil) }
  /// The peers' criterion that stands beside one of the main review.
  func peer(of criterion: ScoredCriterion) -> ScoredCriterion? { beside?.peer(of: criterion.path) }

  /// A criterion of the main review, as the framework of the later review of the shift has it.
  func laterPath(of criterion: ScoredCriterion) -> String? {
    guard let shift else { return nil }
    return shift.later.kind == main.kind ? criterion.path : beside?.peer(of: criterion.path)?.path
  }

  /// The criterion of the earlier review that one of the main review came from, whether or not they compare.
  func earlier(of criterion: ScoredCriterion) -> ScoredCriterion? {
    laterPath(of: criterion).flatMap { shift?.earlier(of: $0) }
  }

  /// What people call a criterion.
  func name(_ path: String) -> String { rubric.framework.criterion(path)?.name ?? path }
  var subject: String { main.review.subject.name ?? main.review.subject.id.value }
}
