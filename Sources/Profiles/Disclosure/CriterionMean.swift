import Rubrics

/// Adds up the judgements on one criterion: a subject counts where it has a point there.
enum CriterionMean {
  static func sum(of cohort: JudgementTable, column: Int, on scale: CompiledScale) -> ExactSum {
    var exact = ExactSum(lowest: scale.lowest, highest: scale.highest, criteria: 1)
    exact.points = Array(Set(scale.values)).sorted()
    exact.counts = Array(repeating: 0, count: exact.points.count)
    for row in 0..<cohort.rowCount {
      guard let value = scale.value(of: cohort[row, column]) else { continue }
      exact.n += 1
      exact.sum += value
      if let place = exact.points.firstIndex(of: value) { exact.counts[place] += 1 }
    }
    return exact
  }
}

extension CompiledScale {
  /// The number that a mark stands for; `nil` where it is no point.
  func value(of mark: UInt8) -> Int? { Int(mark) < values.count ? values[Int(mark)] : nil }
}
