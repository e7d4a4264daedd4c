import Documents
import Frameworks
import Rubrics

/// What a sheet is made from.
public struct SheetRequest: Sendable {
  /// The partnership's slug.
  public var partnership: String
  /// The region's code at the Office for National Statistics.
  public var region: String
  public var rubric: Rubric
  public var period: Period
  public var kind: ReviewKind
  /// The consenting subjects' latest agreed reviews, columns as in `rubric.columns(kind)`.
  public var cohort: JudgementTable
  public var policy: Policy

  public init(
    partnership: String, region: String, rubric: Rubric, period: Period, kind: ReviewKind,
    cohort: JudgementTable,
    policy: Policy
  ) {
    (self.partnership, self.region, self.rubric, self.period) = (partnership, region, rubric, period)
    (self.kind, self.cohort, self.policy) = (kind, cohort, policy)
  }
}
