import Profiles

/// Family 5: noise. The discrete Laplace is Waymark's own.
enum Noise {
  /// On the sum of scores, for an epsilon given as a fraction.
  static func sum(_ name: String, epsilon: (UInt64, UInt64)) -> Family {
    Family(
      name: name, fewest: 4,
      release: { points in
        .mechanism(
          ShippedTechnique.mechanism(points: points) {
            ($0.technique, $0.epsilon) = (.noisyMean, Fraction(epsilon.0, over: epsilon.1))
          })
      },
      estimate: mean)
  }

  /// Normal noise on the sum, for a rho of zero-concentrated differential privacy.
  static func normal(_ name: String, rho: Double) -> Family {
    Family(
      name: name, fewest: 4, release: { points in .normal(Double(points - 1) / (2 * rho).squareRoot()) },
      estimate: mean)
  }

  /// On each count.
  static func histogram(_ name: String, epsilon: (UInt64, UInt64)) -> Family {
    Family(
      name: name, fewest: 4,
      release: { _ in .mechanism(scale(2, epsilon).map { .noisyCounts(scale: $0) } ?? .nothing) },
      estimate: { output, n, points in
        guard case .counts(let counts) = output else { return nil }
        // n is public, so only what the counts say around the middle of the scale is needed.
        let middle = Double(points - 1) / 2
        let around = counts.enumerated().reduce(0) { $0 + (Double($1.offset) - middle) * Double($1.element) }
        return clamped(middle + around / Double(n), points)
      })
  }

  static func scale(_ sensitivity: Int, _ epsilon: (over: UInt64, under: UInt64)) -> Fraction? {
    Fraction(UInt64(sensitivity) * epsilon.under, over: epsilon.over)
  }

  @Sendable private static func mean(_ output: PublishedFigure.Output, _ n: Int, _ points: Int) -> Double? {
    if case .sum(let sum) = output { clamped(Double(sum) / Double(n), points) } else { nil }
  }

  /// A careful reader knows that no mean lies outside the scale.
  private static func clamped(_ mean: Double, _ points: Int) -> Double {
    min(max(mean, 0), Double(points - 1))
  }
}
