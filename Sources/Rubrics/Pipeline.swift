import Diagnostics
import Frameworks
import Reviews

/// From a framework and reviews to scores. Each stage is a value in, a value out, and may be replaced, as
/// tests do.
public struct ScoringPipeline: Sendable {
  /// A checked framework becomes columns and numbered points.
  public typealias Compile = @Sendable (ResolvedFramework) throws(Failure) -> Rubric
  /// A review's words become numbers, one a column.
  public typealias ReadMarks = @Sendable (Review, Rubric) -> MarkedReview
  /// Marks become judgements, sums and explanations.
  public typealias Score = @Sendable (MarkedReview) -> ScoredReview
  /// Many reviews become one table.
  public typealias Tabulate = @Sendable ([Review], Rubric, ReviewKind) -> JudgementTable
  /// A table becomes the picture of all its reviews.
  public typealias ScoreTable = @Sendable (JudgementTable, Rubric, ReviewKind) -> TableScore
  /// A self-review and a peer review of one subject, side by side.
  public typealias SetBeside = @Sendable (ScoredReview, ScoredReview) throws(Failure) -> SelfBesidePeer
  /// An earlier and a later review of one subject: what moved.
  public typealias FollowShift = @Sendable (ScoredReview, ScoredReview) throws(Failure) -> Shift

  public var compile: Compile = { framework throws(Failure) in try Rubric(framework) }
  public var readMarks: ReadMarks = { MarkedReview($0, rubric: $1) }
  public var score: Score = { Scorer.score($0) }
  public var tabulate: Tabulate = { $1.table(of: $0, kind: $2) }
  public var scoreTable: ScoreTable = { TableScore(rubric: $1, kind: $2, table: $0) }
  public var setBeside: SetBeside = { own, peer throws(Failure) in try SelfBesidePeer(own: own, peer: peer) }
  public var followShift: FollowShift = { earlier, later throws(Failure) in
    try Shift(from: earlier, to: later)
  }

  public init() {}

  /// The score of one review.
  public func run(_ review: Review, against framework: ResolvedFramework) throws(Failure) -> ScoredReview {
    score(readMarks(review, try compile(framework)))
  }

  /// The picture of many reviews of one kind.
  public func run(
    _ reviews: [Review], of kind: ReviewKind, against framework: ResolvedFramework
  ) throws(Failure) -> TableScore {
    let rubric = try compile(framework)
    return scoreTable(tabulate(reviews, rubric, kind), rubric, kind)
  }

  /// What moved between two reviews of one subject, each against its own version of the framework.
  public func run(
    from earlier: Review, against old: ResolvedFramework, to later: Review, against new: ResolvedFramework
  ) throws(Failure) -> Shift {
    try followShift(run(earlier, against: old), run(later, against: new))
  }
}
