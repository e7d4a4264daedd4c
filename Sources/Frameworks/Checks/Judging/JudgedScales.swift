import Diagnostics

/// Whoever judges a criterion needs a scale for it: the one under `judging`, or the criterion's own.
enum JudgedScales: FrameworkCheck {
  static let judgedWithoutScale = DiagnosticCode(
    "judged-without-scale", "A criterion is judged, but nothing says on which scale.",
    advice: "Add `scale` under `judging`, or to the criterion.")
  static let codes = [judgedWithoutScale]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for kind in resolved.markingKinds {
      guard let marking = resolved.framework.judging[kind], marking.scale == nil,
        let level = resolved.judgedLevel(kind)
      else { continue }
      let judged = resolved.criteria.indices.filter { resolved.criteria[$0].level == level }
      let bare = judged.filter { resolved.criteria[$0].criterion.scale == nil }
      if !bare.isEmpty, bare.count == judged.count {
        bag.report(judgedWithoutScale, messageForAll, at: marking.range)
      } else {
        for index in bare {
          bag.report(
            judgedWithoutScale, message(resolved.criteria[index].path),
            at: resolved.criteria[index].criterion.place)
        }
      }
    }
  }

  private static let messageForAll = "Neither this nor any criterion of the level names a scale."
  private static func message(_ path: String) -> String { "Neither `judging` nor “\(path)” names a scale." }
}
