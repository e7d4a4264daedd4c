/// The noise of both registries together: the sum of two independent draws of one discrete Laplace.
///
/// Worked out with `+ - * /` and square roots only, which give the same bits on every machine.
public struct PoolNoise: Sendable, Equatable {
  /// Of each registry's draw.
  public let scale: Fraction

  public init(scale: Fraction) { self.scale = scale }

  /// Of the sum of both draws.
  public var variance: Double {
    let one = DiscreteLaplace(scale: scale).standardDeviation
    return 2 * one * one
  }

  /// The smallest m such that at least 95 sums in 100 lie from -m to m.
  ///
  /// With q = exp(-1 / scale) a sum of y has the probability ((1-q)/(1+q))² q^|y| (|y| + (1+q²)/(1-q²)).
  public var reach: Int {
    let laplace = DiscreteLaplace(scale: scale)
    let (none, one) = (laplace.probability(of: 0), laplace.probability(of: 1))
    let q = one / none
    let constant = (1 + q * q) / (1 - q * q)
    var within = none * none * constant
    var (reach, power) = (0, none * none)
    while within < 0.95, reach < 1_000_000 {
      reach += 1
      power *= q
      within += 2 * power * (Double(reach) + constant)
    }
    return reach
  }

  /// A quotient to six decimals, halves upwards: the same digits on every machine.
  static func millionths(_ dividend: Int, over divisor: Int) -> Double {
    let doubled = Int128(dividend) * 2_000_000 + Int128(divisor)
    let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * Int128(divisor))
    return Double(remainder < 0 ? quotient - 1 : quotient) / 1e6
  }

  static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
