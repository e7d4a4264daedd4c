import Foundation

/// The probabilities of noise on a figure, looked up rather than worked out: of one draw of discrete Laplace
/// noise, of several added up (each registry of a pool draws its own), or of any other symmetric noise.
public struct NoiseTable: Sendable {
  /// From 0 upwards; both signs of a number are alike.
  private let halves: [Double]
  private let logs: [Double]

  /// - Parameters:
  ///   - scale: of each draw.
  ///   - draws: how many are added up, at least 1.
  public init(scale: Fraction, draws: Int = 1) {
    let noise = DiscreteLaplace(scale: scale)
    // Past this a draw is less likely than exp(-45), 3 in 10^20.
    let reach = Int(45 * scale.approximation) + 2
    let half = (0...reach).map { noise.probability(of: $0) }
    let one = half.dropFirst().reversed() + half
    var sum = one
    for _ in 1..<max(draws, 1) { sum = Self.convolved(sum, one) }
    self.init(symmetric: sum)
  }

  /// - Parameter probabilities: of an odd number of neighbouring whole numbers around 0.
  public init(symmetric probabilities: [Double]) {
    halves = Array(probabilities[(probabilities.count / 2)...])
    logs = halves.map { log($0) }
  }

  /// The largest noise that the table holds; beyond it the fall at the edge goes on.
  public var reach: Int { halves.count - 1 }

  /// The probability of this much noise.
  public func probability(of noise: Int) -> Double {
    let size = abs(noise)
    return size < halves.count ? halves[size] : exp(logProbability(of: noise))
  }

  /// Its natural logarithm, precise far out too.
  public func logProbability(of noise: Int) -> Double {
    let size = abs(noise)
    if size < logs.count { return logs[size] }
    guard reach > 0 else { return -.infinity }
    return logs[reach] + Double(size - reach) * (logs[reach] - logs[reach - 1])
  }

  static func convolved(_ left: [Double], _ right: [Double]) -> [Double] {
    // Loops as plain as they come: this is where audits spend their time.
    var result = [Double](repeating: 0, count: left.count + right.count - 1)
    var place = 0
    while place < left.count {
      let one = left[place]
      var other = one > 0 ? 0 : right.count
      while other < right.count {
        result[place + other] += one * right[other]
        other += 1
      }
      place += 1
    }
    return result
  }
}
