/// A mean that is known up to published noise, as the numbers that add up: those of one sheet's figure, of a pool's, or
/// of many.
///
/// A sheet's figure is a sum S of scores with noise of a known variance V, over n subjects on m criteria.
/// The noises of different sheets are independent, so for several sheets
///
///     mean = ΣS / Σ(n·m)      standard error = sqrt(ΣV) / Σ(n·m)
///
/// One sheet keeps its own exact 95 % interval, mean ± reach / (n·m). For a sum of several the noise is
/// close to normal, and the interval is mean ± (1.96 × sqrt(ΣV) + ½) / Σ(n·m): the half is the usual step
/// from a normal curve to whole numbers, without which sums of two or three would hold the truth in 93 of
/// 100 cases only. All of it describes the noise alone, not how schools were chosen.
///
/// A pool's figure counts every score once for each point of its scale, so that sums and counts add up; its sum then
/// moves in steps of more than 1, and the half is half a step.
public struct Estimate: Sendable, Equatable {
  /// How many partnerships stand behind it.
  public var partnerships: Int
  /// The subjects behind it.
  public var subjects: Int
  /// Σ n·m: how many scores the sum adds up.
  public var weight: Int
  /// ΣS, never clamped.
  public var sum: Int
  /// ΣV, in squared points of the sum.
  public var variance: Double
  /// Half the width of the sum's own interval; `nil` unless exactly one sheet, or one pool's sum, stands behind it.
  public var reach: Int?
  /// By how much the noise moves the sum at the least.
  public var step: Int

  public init(
    partnerships: Int, subjects: Int, weight: Int, sum: Int, variance: Double, reach: Int?, step: Int = 1
  ) {
    (self.partnerships, self.subjects, self.weight) = (partnerships, subjects, weight)
    (self.sum, self.variance, self.reach, self.step) = (sum, variance, reach, step)
  }

  /// Of nothing yet.
  public static let empty = Estimate(partnerships: 0, subjects: 0, weight: 0, sum: 0, variance: 0, reach: nil)

  /// Of one sheet's figure; `nil` where it carries no noise of a known size, so that nobody can say how far off it is.
  public init?(_ figure: SheetFigure) {
    guard let noisy = figure.noisy else { return nil }
    let noise = DiscreteLaplace(scale: noisy.scale)
    self.init(
      partnerships: 1, subjects: figure.n, weight: figure.n * figure.criteria, sum: noisy.sum,
      variance: noise.standardDeviation * noise.standardDeviation, reach: noise.reach)
  }

  /// Both together: of sheets, or of pools on the same points. The order of several additions shows in the last bits of the variance only.
  public static func + (left: Estimate, right: Estimate) -> Estimate {
    if left.partnerships == 0 { return right }
    if right.partnerships == 0 { return left }
    return Estimate(
      partnerships: left.partnerships + right.partnerships, subjects: left.subjects + right.subjects,
      weight: left.weight + right.weight, sum: left.sum + right.sum, variance: left.variance + right.variance,
      reach: nil, step: Self.commonStep(left.step, right.step))
  }

  /// In points of the scale; it may lie outside the scale. 0 of nothing.
  public var mean: Double { weight == 0 ? 0 : Double(sum) / Double(weight) }

  /// Of the mean, from the noise alone.
  public var standardError: Double { weight == 0 ? 0 : variance.squareRoot() / Double(weight) }

  /// Holds the mean without its noise in at least 95 of 100 cases, within what the normal curve is good for.
  public var interval: ClosedRange<Double> {
    guard weight > 0 else { return 0...0 }
    guard let reach else { return (mean - spread)...(mean + spread) }
    return (Double(sum - reach) / Double(weight))...(Double(sum + reach) / Double(weight))
  }

  /// Half of what the interval covers on the line of all numbers: a whole number that the noise just
  /// reaches covers half a step beyond itself. Differences are worked out from this.
  public var spread: Double {
    guard weight > 0 else { return 0 }
    return ((reach.map(Double.init) ?? Self.normalQuantile * variance.squareRoot()) + Double(step) / 2)
      / Double(weight)
  }

  /// The greatest that divides both: in such steps the sum of two noises moves.
  static func commonStep(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return Int(one.magnitude)
  }

  /// The standard normal distribution's 97.5 % quantile, to as many places as the rest deserves.
  static let normalQuantile = 1.96
}
