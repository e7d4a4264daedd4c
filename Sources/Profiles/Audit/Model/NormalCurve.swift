import Foundation

/// The normal distribution, as far as an attacker's beliefs need it.
enum NormalCurve {
  /// The chance of lying below `x` standard deviations.
  static func below(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// The chance of each point of a scale with these cuts.
  static func chances(cuts: [Double], mean: Double, deviation: Double) -> [Double] {
    let below = cuts.map { Self.below(($0 - mean) / deviation) }
    return zip(below + [1], [0] + below).map { $0 - $1 }
  }

  /// Equally spaced places on a normal curve and their weights, which add up to one.
  static func grid(points: Int, reach: Double) -> [(place: Double, weight: Double)] {
    let step = 2 * reach / Double(points - 1)
    let places = (0..<points).map { -reach + Double($0) * step }
    let weights = places.map { exp(-$0 * $0 / 2) }
    let total = weights.reduce(0, +)
    return zip(places, weights).map { ($0, $1 / total) }
  }
}
