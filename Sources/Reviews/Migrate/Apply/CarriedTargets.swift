import Diagnostics
import Frameworks

/// Where answers that a review carries from still other versions bear on after a step.
struct CarriedTargets {
  private let step: MigrationStep
  private let kind: ReviewKind
  private var clusters: [String: CriterionCluster] = [:]

  init(_ step: MigrationStep, _ kind: ReviewKind) {
    (self.step, self.kind) = (step, kind)
    for cluster in step.clusters {
      for path in cluster.from { clusters[path] = cluster }
    }
  }

  func following(_ groups: [CarriedAnswers]) -> [CarriedAnswers] {
    groups.map { group in
      var group = group
      for index in group.answers.indices where !group.answers[index].value.to.isEmpty {
        follow(&group.answers[index].value)
      }
      return group
    }
  }

  private func follow(_ answer: inout CarriedAnswer) {
    let suggestions = answer.to.map { suggestion(answer.suggests?.value, at: $0.value) }
    var seen: Set<String> = []
    answer.to = answer.to.flatMap { clusters[$0.value]?.to ?? [] }.filter { seen.insert($0).inserted }
      .map { Located($0) }
    answer.suggests = Set(suggestions).count == 1 ? suggestions[0].map { Located($0) } : nil
  }

  /// A suggestion stays one where its criterion stays one and its point is known on the scale there.
  private func suggestion(_ point: String?, at path: String) -> String? {
    guard let point, let cluster = clusters[path], cluster.from.count == 1, cluster.to.count == 1 else {
      return nil
    }
    if point == Judgement.notApplicable || point == Judgement.notReviewed { return point }
    return step.points(from: path, to: cluster.to[0], by: kind)?.point(point)
  }
}
