/// How likely a figure about a sum of independent points is, and with each point of each of them: sums from the
/// front meet sums from the back.
struct SectionMessages {
  /// How likely the figure is, whatever the points.
  let likelihood: Double
  private let front: [[Double]]
  private let back: [[Double]]
  private let sizes: [Int]

  /// - Parameters:
  ///   - chances: of each criterion's points.
  ///   - likelihoods: of the figure, by the sum of all points.
  init(_ chances: [[Double]], _ likelihoods: [Double]) {
    sizes = chances.map(\.count)
    if chances.count == 1 {
      (front, back) = ([[1]], [likelihoods])
      likelihood = zip(chances[0], likelihoods).reduce(0) { $0 + $1.0 * $1.1 }
      return
    }
    var front = [[1.0]]
    for one in chances.dropLast() { front.append(NoiseTable.convolved(front[front.count - 1], one)) }
    var back = [likelihoods]
    for (index, one) in chances.enumerated().reversed() {
      let after = back[back.count - 1]
      let size = index == 0 ? 1 : front[index].count
      back.append(
        (0..<size).map { sum in one.indices.reduce(0) { $0 + one[$1] * after[sum + $1] } })
    }
    likelihood = back[back.count - 1][0]
    self.front = front
    self.back = back.dropLast().reversed()
  }

  /// By point of one criterion: how likely the figure is with it.
  func likelihoods(at position: Int) -> [Double] {
    let (front, back) = (front[position], back[position])
    return (0..<sizes[position]).map { point in
      front.indices.reduce(0) { $0 + front[$1] * back[$1 + point] }
    }
  }
}
