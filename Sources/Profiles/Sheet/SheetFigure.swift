/// One published figure: a noisy sum and everything that follows from it. The sum is the only part that was
/// drawn.
public struct SheetFigure: Sendable, Equatable {
  /// A criterion's path or a section's id.
  public let id: String
  public let title: String
  /// The subjects behind it.
  public let n: Int
  /// The scale's lowest and highest value.
  public let points: ClosedRange<Int>
  /// How many criteria it sums up; 1 unless it is a section.
  public let criteria: Int
  /// The sum of the subjects' scores with its noise, never clamped.
  public let sum: Int
  /// How much this release tells about one judgement.
  public let epsilon: Fraction
  /// The noise's scale: the range of one subject's score divided by epsilon.
  public let scale: Fraction
  /// In points of the scale, to six decimals; it may lie outside the scale.
  public let mean: Double
  /// Of the mean, from the noise alone, to six decimals.
  public let standardError: Double
  /// Holds the true mean in at least 95 of 100 releases; to six decimals.
  public let interval: ClosedRange<Double>

  /// Works everything out from the noisy sum; `nil` where the parts cannot belong together.
  public init?(
    id: String, title: String, n: Int, points: ClosedRange<Int>, criteria: Int, sum: Int, epsilon: Fraction
  ) {
    guard (1...1_000_000).contains(n), (1...10_000).contains(criteria),
      (-1_000...1_000).contains(points.lowerBound), (-1_000...1_000).contains(points.upperBound),
      (-Self.largestSum...Self.largestSum).contains(sum),
      epsilon.numerator <= 1_000, epsilon.denominator <= 1_000,
      let scale = epsilon.dividing(UInt64(points.count - 1) * UInt64(criteria))
    else { return nil }
    (self.id, self.title, self.n, self.points, self.criteria) = (id, title, n, points, criteria)
    (self.sum, self.epsilon, self.scale) = (sum, epsilon, scale)
    let noise = DiscreteLaplace(scale: scale)
    let reach = noise.reach
    mean = Self.millionths(sum, over: n * criteria)
    standardError = (noise.standardDeviation / Double(n * criteria) * 1e6).rounded() / 1e6
    interval =
      Self.millionths(sum - reach, over: n * criteria)...Self.millionths(sum + reach, over: n * criteria)
  }

  private static let largestSum = 1 << 50

  /// A quotient to six decimals, halves upwards: the same digits on every machine.
  private static func millionths(_ dividend: Int, over divisor: Int) -> Double {
    let doubled = Int128(dividend) * 2_000_000 + Int128(divisor)
    let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * Int128(divisor))
    return Double(remainder < 0 ? quotient - 1 : quotient) / 1e6
  }
}

/// A criterion or section of which a sheet holds no figure, and why; the reasons tell nothing about scores.
public struct SheetOmission: Sendable, Equatable {
  /// A criterion's path or a section's id.
  public let id: String
  public let reason: Reason

  public init(id: String, reason: Reason) { (self.id, self.reason) = (id, reason) }

  public enum Reason: String, Sendable, CaseIterable {
    /// Fewer subjects are judged on it than the policy asks for.
    case belowGate = "below-gate"
    /// Its points have no order, so there is no mean.
    case nominalScale = "nominal-scale"
    /// The section's criteria are judged on different scales.
    case mixedScales = "mixed-scales"
    /// No criterion of the section is judged.
    case notJudged = "not-judged"
    /// The scale has only one value, so there is nothing to tell.
    case oneValue = "one-value"
  }
}
