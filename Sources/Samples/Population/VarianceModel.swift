import Profiles

/// How made-up judgements vary: as the reference attackers take them to, and what only samples need.
enum VarianceModel {
  static let study = VarianceComponents.study
  /// How far a self-review strays from what peers judge, where a framework has both. Ours: the study has one
  /// kind.
  static let selfReview = 0.30
  static let selfReviewLeniency = 0.10

  /// How much easier each criterion is than the middle one. The study's five; a normal spread where there are
  /// many.
  static func offsets(criteria: Int, _ stream: inout SampleStream) -> [Double] {
    if criteria == StudyPopulation.offsets.count { return StudyPopulation.offsets }
    return (0..<criteria).map { _ in stream.normal(StudyPopulation.offsetDeviation) }
  }

  /// How many schools a partnership has: the study's mix.
  static func size(_ stream: inout SampleStream) -> Int { StudyPopulation.size(at: stream.below(100)) }
}
