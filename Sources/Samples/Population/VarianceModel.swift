/// How judgements vary, as in the study on disclosure (DISCLOSURE section 2): a judgement's latent value is a
/// sum of normal terms, cut into the points of its scale.
enum VarianceModel {
  static let region = 0.15
  static let partnership = 0.30
  static let school = 0.55
  static let schoolOnCriterion = 0.50
  static let year = 0.35
  static let driftPerYear = 0.03
  /// How far a self-review strays from what peers judge, where a framework has both. Ours: the study has one
  /// kind.
  static let selfReview = 0.30
  static let selfReviewLeniency = 0.10

  /// Where the latent value is cut into so many points. The study gives 4 and 6; the others are spread alike.
  static func cuts(points: Int) -> [Double] {
    switch points {
    case 4: [-1.25, -0.25, 0.85]
    case 6: [-1.6, -0.95, -0.3, 0.35, 1.1]
    default:
      (1..<max(points, 1)).map { -0.2 + (Double($0) - Double(points) / 2) * 4.2 / Double(points) }
    }
  }

  /// How much easier each criterion is than the middle one. The study's five; a normal spread where there are
  /// many.
  static func offsets(criteria: Int, _ stream: inout SampleStream) -> [Double] {
    if criteria == 5 { return [-0.5, -0.2, 0, 0.3, 0.7] }
    return (0..<criteria).map { _ in stream.normal(0.45) }
  }

  /// How many schools a partnership has: the study's mix, in shares of a hundred.
  static func size(_ stream: inout SampleStream) -> Int {
    let mix = [
      (4, 10), (5, 12), (6, 15), (7, 12), (8, 14), (9, 8), (10, 10), (11, 5), (12, 8), (16, 3), (24, 2),
      (40, 1),
    ]
    var rest = stream.below(100)
    for (size, share) in mix {
      if rest < share { return size }
      rest -= share
    }
    return 8
  }
}
