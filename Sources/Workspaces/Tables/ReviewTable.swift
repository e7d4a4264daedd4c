import Rubrics

/// The latest agreed reviews of one kind and school year, held against one framework.
public struct ReviewTable: Sendable {
  /// A row a member, columns as in `rubric.columns(kind)`; by member id.
  public let judgements: JudgementTable
  /// Row by row, what the judgements were taken from.
  public let reviews: [CountedReview]
  /// Reviews that the framework cannot read; they are in neither of the two.
  public let unfit: [UnfitReview]
}

/// A review of another version of the framework, which this version does not fit.
public struct UnfitReview: Sendable, Equatable {
  public let stored: StoredReview
  /// What does not fit, in plain words.
  public let reasons: [String]
}
