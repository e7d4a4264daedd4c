import Diagnostics

/// A weighted mean weighs each criterion against its neighbours. Where some have a weight and some have none,
/// nobody can tell what the author meant; where all weights are 0 there is nothing to divide by. (Where none
/// has a weight, all count the same.)
enum IncompleteWeights: FrameworkCheck {
  static let incomplete = DiagnosticCode(
    "weights-incomplete", "Some criteria under a weighted mean have a weight and some have none.",
    advice: "Give each of the neighbours a weight; 0 leaves a criterion out.")
  static let allZero = DiagnosticCode(
    "weights-all-zero", "All weights under a weighted mean are 0.",
    advice: "Give at least one of the neighbours a weight above 0.")
  static let codes = [incomplete, allZero]

  /// What is known of the children of one criterion, or of the top.
  private struct Family {
    var weighted: Int?
    var bare: Int?
    var hasPositive = false
  }

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let governing = resolved.governingAggregations
    guard governing.contains("weighted-mean") else { return }
    let counting = criteriaThatCount(resolved)
    let top = resolved.criteria.count
    var families = [Family](repeating: Family(), count: top + 1)
    for index in resolved.criteria.indices where counting[index] {
      let parent = resolved.criteria[index].parent ?? top
      guard governing[parent] == "weighted-mean" else { continue }
      if let weight = resolved.criteria[index].criterion.weight {
        if families[parent].weighted == nil { families[parent].weighted = index }
        if weight > 0 { families[parent].hasPositive = true }
      } else if families[parent].bare == nil {
        families[parent].bare = index
      }
    }
    for family in families {
      guard let weighted = family.weighted else { continue }
      if let bare = family.bare {
        bag.report(
          incomplete, message(resolved.criteria[bare].path, resolved.criteria[weighted].path),
          at: resolved.criteria[bare].criterion.place)
      } else if !family.hasPositive {
        bag.report(
          allZero, message(resolved.criteria[weighted].path), at: resolved.criteria[weighted].criterion.place)
      }
    }
  }

  /// Those that have a value to weigh: judged on a scale with an order, or above one that is.
  private static func criteriaThatCount(_ resolved: ResolvedFramework) -> [Bool] {
    var counting = [Bool](repeating: false, count: resolved.criteria.count)
    for index in resolved.criteria.indices.reversed() {
      for kind in ReviewKind.allCases {
        if let scale = resolved.judgedScale(index, by: kind),
          resolved.framework.scales[scale].value.kind != .nominal
        {
          counting[index] = true
        }
      }
      if counting[index], let parent = resolved.criteria[index].parent { counting[parent] = true }
    }
    return counting
  }

  private static func message(_ bare: String, _ weighted: String) -> String {
    "“\(bare)” has no weight, but its neighbour “\(weighted)” has one."
  }
  private static func message(_ path: String) -> String {
    "“\(path)” and all its neighbours have the weight 0."
  }
}
