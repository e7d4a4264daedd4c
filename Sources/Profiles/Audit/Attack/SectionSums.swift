/// How a school's points on some criteria add up at each of its possible levels, and how those of all but one of
/// them do. It depends on no release, so it is worked out once for all schools, releases and draws.
struct SectionSums: Sendable {
  let criteria: [Int]
  private let levels: Int
  /// How many sums there are, from 0.
  private let size: Int
  /// By level and sum: how likely the sum is.
  private let totals: [Double]
  /// By position of the one left out, then by level and by the sum of the others.
  private let rests: [[Double]]
  /// By position: how many sums the others have.
  private let restSizes: [Int]
  /// By position, then by level and point: how likely the point is.
  private let points: [[Double]]

  /// - Parameter chances: by level and criterion, the chance of each point.
  init(_ chances: [[[Double]]], _ criteria: [Int]) {
    self.criteria = criteria
    levels = chances.count
    let counts = criteria.map { chances[0][$0].count }
    let size = counts.reduce(1) { $0 + $1 - 1 }
    self.size = size
    restSizes = counts.map { size - $0 + 1 }
    points = criteria.map { criterion in chances.flatMap { $0[criterion] } }
    var totals: [Double] = []
    var rests = [[Double]](repeating: [], count: criteria.count)
    for level in chances {
      let own = criteria.map { level[$0] }
      var front = [[1.0]]
      for one in own { front.append(NoiseTable.convolved(front[front.count - 1], one)) }
      totals += front[own.count]
      var back = [1.0]
      for position in own.indices.reversed() {
        rests[position] += NoiseTable.convolved(front[position], back)
        back = NoiseTable.convolved(back, own[position])
      }
    }
    (self.totals, self.rests) = (totals, rests)
  }

  /// By level: how likely a figure is.
  ///
  /// - Parameter likelihoods: of the figure, by the sum of all points.
  func likelihoods(_ likelihoods: [Double]) -> [Double] {
    (0..<levels).map { Self.product(totals, from: $0 * size, likelihoods, from: 0, count: size) }
  }

  /// By point of one criterion: how likely it is together with a figure, over levels that weigh so much.
  func found(at position: Int, weights: [(level: Int, weight: Double)], _ likelihoods: [Double]) -> [Double] {
    let (rest, rests, points) = (restSizes[position], rests[position], points[position])
    let cells = size - rest + 1
    var found = [Double](repeating: 0, count: cells)
    for (level, weight) in weights {
      for point in 0..<cells {
        found[point] +=
          weight * points[level * cells + point]
          * Self.product(rests, from: level * rest, likelihoods, from: point, count: rest)
      }
    }
    return found
  }

  /// The sum of products of two runs.
  private static func product(
    _ left: [Double], from start: Int, _ right: [Double], from other: Int, count: Int
  ) -> Double {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return 0 }
        // Four at a time: this is where audits of long frameworks spend their time.
        var (sum, one, two) = (0.0, left + start, right + other)
        let end = one + count
        while one + 4 <= end {
          sum += one[0] * two[0] + one[1] * two[1] + one[2] * two[2] + one[3] * two[3]
          one += 4
          two += 4
        }
        while one < end {
          sum += one.pointee * two.pointee
          one += 1
          two += 1
        }
        return sum
      }
    }
  }
}
