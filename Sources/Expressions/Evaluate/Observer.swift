/// Sees the value of each instruction. A protocol, so that evaluating without one costs nothing.
protocol EvaluationObserver {
  mutating func saw(_ value: Value, of instruction: Int)
}

/// Sees nothing.
struct SilentObserver: EvaluationObserver {
  @inline(__always)
  mutating func saw(_ value: Value, of instruction: Int) {}
}

/// Notes the first values of each node and how many there were.
struct NotingObserver: EvaluationObserver {
  private(set) var seen: [NodeID: (values: [Value], count: Int)] = [:]
  private let origins: [NodeID]

  init(_ origins: [NodeID]) { self.origins = origins }

  mutating func saw(_ value: Value, of instruction: Int) {
    var noted = seen[origins[instruction]] ?? ([], 0)
    noted.count += 1
    if noted.values.count < Explanation.mostOutcomes { noted.values.append(value) }
    seen[origins[instruction]] = noted
  }
}
