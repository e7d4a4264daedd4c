import Diagnostics
import Documents

/// Evidence is asked for judgements: of a level that somebody judges, from a point of its scale on.
enum EvidenceTargets: FrameworkCheck {
  static let notJudged = DiagnosticCode(
    "evidence-not-judged", "Evidence is asked for judgements that nobody makes.",
    advice: "Use a level, and a kind of review, that `judging` names.")
  static let unknownPoint = DiagnosticCode(
    "evidence-unknown-point", "Evidence is asked from a point on that no scale of the level has.",
    advice: "Use the id of a point of the scale on which the level is judged.")
  static let needsOrder = DiagnosticCode(
    "evidence-needs-order", "Evidence is asked from a point on, but the scale has no order.",
    advice: "Leave `from` away, or make the scale ordinal.")
  static let codes = [notJudged, unknownPoint, needsOrder]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let levels = resolved.levelScales
    for requirement in resolved.framework.evidenceRequired {
      guard let level = resolved.level(requirement.level.value) else { continue }
      let kinds = ReviewKind.allCases.filter {
        resolved.judgedLevel($0) == level && (requirement.kind == nil || requirement.kind == $0)
      }
      if kinds.isEmpty {
        bag.report(notJudged, message(requirement.level.value, requirement.kind), at: requirement.level.range)
        continue
      }
      guard let from = requirement.from, !from.value.isEmpty else { continue }
      let scales = Set(kinds.flatMap { levels[LevelScales.Key(level, $0)] ?? [] }).sorted().map(
        resolved.scale)
      let having = scales.filter { $0.points.contains { $0.id.value == from.value } }
      if having.isEmpty {
        guard !scales.isEmpty else { continue }
        var names = NameSuggester(scales.flatMap { $0.points.map(\.id.value) })
        bag.report(
          unknownPoint, message(point: from.value), help: names.help(for: from.value), at: from.range)
      } else if having.allSatisfy({ $0.kind == .nominal }) {
        bag.report(needsOrder, message(order: from.value), at: from.range)
      }
    }
  }

  private static func message(_ level: String, _ kind: ReviewKind?) -> String {
    switch kind {
    case .own: "No self-review judges the level “\(level)”."
    case .peer: "No peer review judges the level “\(level)”."
    case nil: "Nobody judges the level “\(level)”."
    }
  }
  private static func message(point: String) -> String { "No scale of this level has a point “\(point)”." }
  private static func message(order point: String) -> String {
    "“\(point)” is a name without an order, so nothing lies above it."
  }
}

/// On which scales the criteria of a level are judged, worked out once for all requirements.
enum LevelScales {
  struct Key: Hashable {
    let level: Int
    let kind: ReviewKind

    init(_ level: Int, _ kind: ReviewKind) { (self.level, self.kind) = (level, kind) }
  }
}

extension ResolvedFramework {
  /// Positions of scales.
  fileprivate var levelScales: [LevelScales.Key: Set<Int>] {
    guard framework.evidenceRequired.contains(where: { $0.from != nil }) else { return [:] }
    var scales: [LevelScales.Key: Set<Int>] = [:]
    for index in criteria.indices {
      for kind in ReviewKind.allCases {
        guard let scale = judgedScale(index, by: kind) else { continue }
        scales[LevelScales.Key(criteria[index].level, kind), default: []].insert(scale)
      }
    }
    return scales
  }
}
