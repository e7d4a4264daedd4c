import Documents

/// What is unfinished in a partnership's reviews of one framework, period and kind: without it a sample would
/// show nobody what a draft or a late school looks like.
struct SampleGaps {
  /// Whose review is still a draft.
  private(set) var drafts: Set<String> = []
  /// Who has handed in nothing yet.
  private(set) var missing: Set<String> = []
  /// Whose review was made in summer.
  private(set) var late: Set<String> = []

  init(
    _ partnership: MadeUpPartnership, _ labels: (framework: String, kind: String), _ period: Period,
    isLast: Bool,
    seed: UInt64
  ) {
    var stream = SampleStream(
      seed: seed, "gaps", partnership.slug, labels.framework, labels.kind, period.description)
    let slugs = partnership.schools.map(\.slug)
    if isLast, slugs.count > 2 {
      if stream.happens(inThousand: 120) { drafts.insert(stream.one(of: slugs)) }
      if stream.happens(inThousand: 120) { missing.insert(stream.one(of: slugs)) }
    }
    if stream.happens(inThousand: 250) { late.insert(stream.one(of: slugs)) }
  }
}
