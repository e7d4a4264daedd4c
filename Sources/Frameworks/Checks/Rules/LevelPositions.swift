/// Where the criteria of each level stand, for counting those in a stretch without looking at all of them.
struct LevelPositions {
  private let byLevel: [[Int]]

  init(_ resolved: ResolvedFramework) {
    var positions = [[Int]](repeating: [], count: resolved.framework.levels.count + 1)
    for index in resolved.criteria.indices { positions[resolved.criteria[index].level].append(index) }
    byLevel = positions
  }

  /// How many criteria of a level stand at some positions.
  func count(of level: Int, in span: Range<Int>) -> Int {
    firstIndex(in: byLevel[level], atLeast: span.upperBound)
      - firstIndex(in: byLevel[level], atLeast: span.lowerBound)
  }

  private func firstIndex(in sorted: [Int], atLeast value: Int) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
