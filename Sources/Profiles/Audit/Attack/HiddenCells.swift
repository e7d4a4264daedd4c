/// What can be worked out of hidden counts without any belief: the counts that fit a published output.
public struct HiddenCells: Sendable, Equatable {
  /// By point: the fewest and the most schools that fit.
  public let bounds: [ClosedRange<Int>]
  /// How many ways of spreading the schools fit.
  public let ways: Int

  /// By exact enumeration; `nil` where the mechanism has chance in it, nothing fits, or there are too many ways.
  ///
  /// - Parameter known: schools at each point whose judgements are known.
  public static func fitting(
    _ output: PublishedFigure.Output, of figure: PublishedFigure, known: [Int]? = nil
  ) -> HiddenCells? {
    let known = known ?? [Int](repeating: 0, count: figure.values.count)
    guard case .function(let function) = figure.mechanism,
      let vectors = CountVectors(total: figure.n - known.reduce(0, +), cells: figure.values.count)
    else { return nil }
    var (low, high, ways) = ([Int](repeating: .max, count: known.count), known, 0)
    vectors.forEach { rest, _ in
      let counts = zip(rest, known).map { $0 + $1 }
      let found = function(counts).map { PublishedFigure.Output.key($0) } ?? .nothing
      guard found == output else { return }
      ways += 1
      for cell in counts.indices {
        low[cell] = min(low[cell], counts[cell])
        high[cell] = max(high[cell], counts[cell])
      }
    }
    return ways == 0 ? nil : HiddenCells(bounds: zip(low, high).map { $0...$1 }, ways: ways)
  }
}
