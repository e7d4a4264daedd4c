import Frameworks

/// From one framework to the next on the way, forwards or back.
struct MigrationStep: Sendable {
  let from: MigrationStop
  let to: MigrationStop
  let clusters: [CriterionCluster]
  /// How the one came from the other; `nil` where nobody says.
  private let descent: Descent?
  /// Why other criteria are judged, or on other scales, by the kind of review; `nil` in it for all kinds.
  private let judgingReasons: [ReviewKind?: String]
  /// Whether the step leads from the later framework to the earlier one.
  private let isBack: Bool

  /// From a framework to one that came from it.
  ///
  /// - Parameters:
  ///   - descent: without it, criteria with the same path are the same.
  ///   - migration: what the descent was made of, where it was one.
  init(
    from earlier: MigrationStop, to later: MigrationStop, _ descent: Descent?, by migration: Migration? = nil
  ) {
    var reasons: [ReviewKind?: String] = [:]
    for change in migration?.changes ?? [] where change.verb == .set {
      let parts = change.targets.first?.value.split(separator: "/") ?? []
      guard parts.first == "judging" else { continue }
      reasons[parts.count > 1 ? ReviewKind(rawValue: String(parts[1])) : nil] = change.why
    }
    self.init(
      from: earlier, to: later,
      CriterionCluster.all(from: earlier.framework, to: later.framework, descent), descent, reasons,
      isBack: false)
  }

  private init(
    from: MigrationStop, to: MigrationStop, _ clusters: [CriterionCluster], _ descent: Descent?,
    _ reasons: [ReviewKind?: String], isBack: Bool
  ) {
    (self.from, self.to, self.clusters) = (from, to, clusters)
    (self.descent, judgingReasons, self.isBack) = (descent, reasons, isBack)
  }

  /// The same way back.
  var reversed: MigrationStep {
    MigrationStep(from: to, to: from, clusters.map(\.reversed), descent, judgingReasons, isBack: !isBack)
  }

  /// Why a kind of review judges other criteria than before; `nil` where nobody says.
  func judgingReason(_ kind: ReviewKind) -> String? { judgingReasons[kind] ?? judgingReasons[nil] }

  /// What becomes of points where a criterion's judgements stand on another scale.
  ///
  /// - Parameter scales: positions in the two frameworks.
  func points(from scale: Int, to other: Int) -> PointPassage {
    let (before, after) = (from.framework.framework.scales[scale], to.framework.framework.scales[other])
    let map =
      isBack
      ? descent?.scaleMap(from: after.key.value, to: before.key.value)
      : descent?.scaleMap(from: before.key.value, to: after.key.value)
    guard let map else {
      return before.value.hasSamePoints(as: after.value)
        ? .same(before.value) : .none(why: nil)
    }
    guard let points = map.points else { return .none(why: map.why) }
    guard isBack else { return .map(points, before.value) }
    // A point that several became is none of them in particular.
    let back = Dictionary(grouping: points.keys, by: { points[$0] ?? "" })
    return .map(back.compactMapValues { $0.count == 1 ? $0[0] : nil }, before.value)
  }
}

/// How a point of one scale becomes a point of another.
enum PointPassage: Sendable {
  case same(Scale)
  /// By the points' ids.
  case map([String: String], Scale)
  case none(why: String?)

  /// - Parameter name: as the review spells it, an id or a number.
  /// - Returns: as the review spells it from then on; `nil` where no point is known to mean the same.
  func point(_ name: String) -> String? {
    switch self {
    case .same(let scale): scale.point(named: name) == nil ? nil : name
    case .map(let points, let scale): scale.point(named: name).flatMap { points[$0.id.value] }
    case .none: nil
    }
  }

  var isSame: Bool { if case .same = self { true } else { false } }
  var isNone: Bool { if case .none = self { true } else { false } }
}
