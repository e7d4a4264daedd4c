import Diagnostics

/// Only a weighted mean looks at weights. Elsewhere a weight promises an influence that it does not have.
enum UnusedWeights: FrameworkCheck {
  static let unused = DiagnosticCode(
    "weights-unused", "Criteria have weights, but nothing weighs them.", severity: .warning,
    advice: "Sum up with `weighted-mean`, or remove the weights.")
  static let codes = [unused]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let governing = resolved.governingAggregations
    let top = resolved.criteria.count
    var reported: Set<Int> = []
    for index in resolved.criteria.indices where resolved.criteria[index].criterion.weight != nil {
      let parent = resolved.criteria[index].parent ?? top
      if governing[parent] != "weighted-mean", reported.insert(parent).inserted {
        bag.report(
          unused, message(resolved.criteria[index].path), at: resolved.criteria[index].criterion.place)
      }
    }
  }

  private static func message(_ path: String) -> String {
    "“\(path)” has a weight, but it and its neighbours are not summed up by a weighted mean."
  }
}
