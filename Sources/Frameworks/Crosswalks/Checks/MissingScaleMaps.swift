import Diagnostics
import Documents

/// Where a link brings marks on two scales together, the crosswalk says how points are carried over, or that they
/// cannot be. Silence could be taken for either. While an entry under `scales` names a scale that does not exist, none
/// is missed: it may be the one.
enum MissingScaleMaps: CrosswalkCheck {
  static let codes = [missing]

  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    var declared: Set<Pair> = []
    for scale in crosswalk.scales {
      guard let from = context.from.scaleIndex(scale.from.value),
        let to = context.to.scaleIndex(scale.to.value)
      else { return }
      declared.insert(Pair(from: from, to: to))
    }
    var reported: Set<Pair> = []
    for link in crosswalk.links where link.relates {
      for kind in ReviewKind.allCases {
        let tos = Set(context.judgedScales(link.to, .to, by: kind)).sorted()
        for from in Set(context.judgedScales(link.from, .from, by: kind)).sorted() {
          for to in tos where !declared.contains(Pair(from: from, to: to)) {
            guard !context.from.scale(from).hasPoints(of: context.to.scale(to)),
              reported.insert(Pair(from: from, to: to)).inserted
            else { continue }
            let names = [(context.from, from), (context.to, to)].map { $0.framework.scales[$1].key.value }
            bag.report(
              missing,
              "The link “\(link.id.value)” brings marks on “\(names[0])” and on “\(names[1])” together, and “scales” does not say how.",
              at: link.id.range)
          }
        }
      }
    }
  }

  static let missing = DiagnosticCode(
    "crosswalk-scale-missing",
    "A link brings two scales together, and nothing says how their points correspond.",
    advice: "Add an entry under `scales` with `points:`, or with `points: none` and why.")
}
