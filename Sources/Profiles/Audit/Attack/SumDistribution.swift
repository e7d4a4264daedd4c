/// How the scores of so many unknown schools add up, at each place of a model's mixture.
struct SumDistribution {
  /// The sum that the first chance stands for.
  let lowest: Int
  let chances: [[Double]]

  init(model: PopulationModel, values: [Int], schools: Int) {
    let (low, high) = (values.first ?? 0, values.last ?? 0)
    lowest = low * schools
    chances = model.chances.map { chances in
      var one = [Double](repeating: 0, count: high - low + 1)
      for (point, value) in values.enumerated() { one[value - low] += chances[point] }
      return (0..<schools).reduce([1.0]) { sum, _ in NoiseTable.convolved(sum, one) }
    }
  }
}
