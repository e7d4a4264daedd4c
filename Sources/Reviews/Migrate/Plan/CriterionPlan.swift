import Diagnostics
import Frameworks

/// What becomes of one criterion's answers.
public struct CriterionPlan: Sendable, Equatable {
  /// Its path where the reviews come from.
  public var path: String
  /// What a person reads.
  public var name: String
  public var fate: Fate
  /// Whether its words are others, though it means what it meant.
  public var isReworded = false
  /// Where its answers go, or which criteria they bear on.
  public var to: [String] = []
  /// The authors' reasons.
  public var why: [String] = []
  /// How many of the reviews answer it.
  public var answers = 0

  /// In the order in which they are counted for people.
  public enum Fate: String, Sendable, CaseIterable {
    case kept, moved, rescaled, merged, split, removed, replaced
    case notConvertible = "not-convertible"
    case notJudged = "not-judged"

    /// As a plan says it.
    public var words: String {
      switch self {
      case .notConvertible: "not convertible"
      case .notJudged: "not judged any more"
      default: rawValue
      }
    }

    /// Whether answers go no further as answers.
    var isEnd: Bool {
      switch self {
      case .kept, .moved, .rescaled, .merged: false
      case .split, .removed, .replaced, .notConvertible, .notJudged: true
      }
    }
  }
}

extension MigrationStep {
  /// What the step does to a criterion, by its path where the step starts.
  func plans(_ kind: ReviewKind) -> [String: CriterionPlan] {
    var plans: [String: CriterionPlan] = [:]
    for cluster in clusters {
      for path in cluster.from {
        var plan = CriterionPlan(
          path: path, name: from.framework.criterion(path)?.name ?? path, fate: fate(path, cluster, kind))
        plan.isReworded = cluster.isReworded
        plan.to = cluster.to
        plan.why = cluster.why
        if plan.fate == .notConvertible, let target = cluster.to.first,
          case .none(let why?)? = points(from: path, to: target, by: kind), !plan.why.contains(why)
        {
          plan.why.append(why)
        }
        if plan.fate == .notJudged, let why = judgingReason(kind), !plan.why.contains(why) {
          plan.why.insert(why, at: 0)
        }
        plans[path] = plan
      }
    }
    return plans
  }

  private func fate(_ path: String, _ cluster: CriterionCluster, _ kind: ReviewKind) -> CriterionPlan.Fate {
    guard let target = cluster.to.first else { return cluster.isReplaced ? .replaced : .removed }
    if cluster.to.count > 1 { return .split }
    let isJudged = from.framework.criterion(path)?.isJudged(by: kind) ?? false
    let points = points(from: path, to: target, by: kind)
    if isJudged, points == nil { return .notJudged }
    if let points, points.isNone { return .notConvertible }
    if cluster.from.count > 1 { return .merged }
    if let points, !points.isSame { return .rescaled }
    return path == target ? .kept : .moved
  }
}

extension MigrationRoute {
  /// What becomes of every criterion of the first framework over the whole way.
  func plans(_ kind: ReviewKind) -> [CriterionPlan] {
    let steps = steps.map { $0.plans(kind) }
    guard let first = steps.first, let from else { return [] }
    return from.framework.criteria.compactMap { criterion in
      guard var plan = first[criterion.path] else { return nil }
      for step in steps.dropFirst() {
        let next = plan.to.compactMap { step[$0] }
        plan.to = next.flatMap(\.to).uniqued
        guard !plan.fate.isEnd, let then = next.first else { continue }
        plan.fate = plan.fate.followed(by: then.fate)
        plan.isReworded = plan.isReworded || then.isReworded
        plan.why += then.why.filter { !plan.why.contains($0) }
      }
      // Moved there and back is kept.
      if plan.fate == .moved, plan.to == [plan.path] { plan.fate = .kept }
      return plan
    }
  }
}

extension CriterionPlan.Fate {
  /// The one that says more.
  fileprivate func followed(by next: Self) -> Self {
    let order = Self.allCases
    return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: next) ?? 0) ? next : self
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
