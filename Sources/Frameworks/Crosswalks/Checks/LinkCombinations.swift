import Diagnostics
import Documents

/// Where several judgements on one side of a link meet one or more on the other, `combine` says how they make one
/// figure; elsewhere it has nothing to do. A rule that asks which point is higher needs an ordered scale, and a mean
/// needs equal steps. Judgements are first taken over to the other side's scale, so that is the scale that counts.
enum LinkCombinations: CrosswalkCheck {
  static let codes = [missing, unused, needsOrder, needsSteps]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    for link in crosswalk.links where context.knows(link) {
      let targets = link.relates ? targets(of: link, context) : []
      if let combine = link.combine {
        check(combine, link, targets, into: &bag)
      } else if let target = targets.first {
        bag.report(
          missing,
          "\(target.count) judged criteria on one side of the link “\(link.id.value)” make one figure on the other, and “combine” is missing.",
          at: link.id.range)
      }
    }
  }

  /// Several judgements of one side, and a scale of the other side that their figure is on.
  private struct Target {
    let count: Int
    let scale: String
    let kind: Scale.Kind
  }

  private static func targets(of link: CrosswalkLink, _ context: CrosswalkContext) -> [Target] {
    var targets: [Target] = []
    for kind in ReviewKind.allCases {
      for side in CrosswalkSide.allCases {
        let count = context.judgedScales(link.paths(side), side, by: kind).count
        guard count > 1 else { continue }
        let others = Set(context.judgedScales(link.paths(side.other), side.other, by: kind)).sorted()
        for scale in others {
          let entry = context.framework(side.other).framework.scales[scale]
          targets.append(Target(count: count, scale: entry.key.value, kind: entry.value.kind))
        }
      }
    }
    return targets
  }

  private static func check(
    _ combine: Located<CrosswalkCombination>, _ link: CrosswalkLink, _ targets: [Target],
    into bag: inout DiagnosticBag
  ) {
    let word = combine.value.rawValue
    if targets.isEmpty {
      bag.report(
        unused, "The link “\(link.id.value)” has no judgements for “\(word)” to combine.", at: combine.range)
    } else if combine.value.needsOrder, let target = targets.first(where: { $0.kind == .nominal }) {
      bag.report(
        needsOrder, "“\(word)” asks which point is higher; those of “\(target.scale)” have no order.",
        at: combine.range)
    } else if combine.value == .mean, link.assumed == nil,
      let target = targets.first(where: { $0.kind == .ordinal })
    {
      bag.report(
        needsSteps, "“mean” takes the steps of “\(target.scale)” to be equal, and its author does not.",
        at: combine.range)
    }
  }

  static let missing = DiagnosticCode(
    "crosswalk-combine-missing", "Several judgements make one figure, and nothing says how.",
    advice: "Add `combine:` with `min`, `max`, `median`, `mode`, `all-equal`, or `none` for no figure.")
  static let unused = DiagnosticCode(
    "crosswalk-combine-unused", "A link says how judgements are combined, and there are none to combine.",
    severity: .warning, advice: "Remove `combine:`.")
  static let needsOrder = DiagnosticCode(
    "crosswalk-combine-order", "A rule for combining needs an order that the scale does not have.",
    advice: "Use `mode`, `all-equal` or `none`.")
  static let needsSteps = DiagnosticCode(
    "crosswalk-combine-mean", "A mean is taken of points whose steps need not be equal.",
    advice: "Use `median`, or say with `assumed:` why a mean makes sense here.")
}
