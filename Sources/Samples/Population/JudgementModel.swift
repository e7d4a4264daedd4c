import Documents
import Frameworks
import Profiles
import Rubrics

/// Draws what a school is judged to be: for each column of a kind of review a point of its scale.
struct JudgementModel {
  let rubric: Rubric
  let kind: ReviewKind
  private let seed: UInt64
  private let lastPeriod: Period
  /// By criterion, so that both kinds of review share them.
  private let offsets: [Double]
  private let cuts: [[Double]]

  init(_ rubric: Rubric, kind: ReviewKind, seed: UInt64, lastPeriod: Period) {
    (self.rubric, self.kind, self.seed, self.lastPeriod) = (rubric, kind, seed, lastPeriod)
    let columns = rubric.columns(kind)
    var stream = SampleStream(seed: seed, "offsets", rubric.id)
    let judged = rubric.framework.criteria.filter { !$0.judgedBy.isEmpty }.map(\.index)
    let drawn = VarianceModel.offsets(criteria: judged.count, &stream)
    let byCriterion = Dictionary(uniqueKeysWithValues: zip(judged, drawn))
    offsets = columns.criteria.map { byCriterion[$0] ?? 0 }
    cuts = rubric.scales.map { VarianceComponents.cuts(points: $0.scale.points.count) }
  }

  /// A point's number for each column.
  func points(of school: MadeUpSchool, in partnership: MadeUpPartnership, _ period: Period) -> [Int] {
    let columns = rubric.columns(kind)
    var lasting = SampleStream(seed: seed, "school-criterion", school.slug, rubric.id)
    var yearly = SampleStream(seed: seed, "year", school.slug, rubric.id, period.description)
    var leniency = SampleStream(seed: seed, "self", school.slug, rubric.id, period.description)
    let drift = Double(period.startYear - lastPeriod.startYear) * VarianceModel.study.driftPerYear
    let base = partnership.level + school.level + drift
    let isBesidePeers = kind == .own && rubric.framework.markingKinds.contains(.peer)
    return columns.criteria.indices.map { column in
      var latent = base + offsets[column]
      latent +=
        lasting.normal(VarianceModel.study.schoolOnCriterion) + yearly.normal(VarianceModel.study.year)
      if isBesidePeers {
        latent += VarianceModel.selfReviewLeniency + leniency.normal(VarianceModel.selfReview)
      }
      return cuts[columns.scales[column]].count { latent > $0 }
    }
  }
}
