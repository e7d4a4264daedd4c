/// Whole random numbers that fall off exponentially on both sides of 0: the noise on a published sum.
///
/// P(y) is proportional to exp(-|y| / scale). The draw is exact: whole numbers only, no floating point and no
/// rounding that an attacker could use (Canonne, Kamath, Steinke 2020, “The Discrete Gaussian for
/// Differential Privacy”, Algorithms 1 and 2).
public struct DiscreteLaplace: Hashable, Sendable {
  /// How wide it spreads: sensitivity divided by epsilon.
  public let scale: Fraction

  public init(scale: Fraction) { self.scale = scale }

  /// No draw lies further out. The chance that this matters is below exp(-2^49 / scale), and cutting a draw
  /// off afterwards gives nothing away.
  static let bound = 1 << 49

  /// One draw. For anything that is published the generator is the operating system's.
  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    let (step, divisor) = (scale.numerator, scale.denominator)
    while true {
      let remainder = generator.next(upperBound: step)
      guard Self.exponentialCoin(remainder, over: step, &generator) else { continue }
      var steps: UInt64 = 0
      while Self.exponentialCoin(1, over: 1, &generator) { steps &+= 1 }
      // 64 bits times 64 bits plus 64 bits always fits in 128.
      let magnitude = (UInt128(remainder) + UInt128(step) * UInt128(steps)) / UInt128(divisor)
      let isNegative = generator.next(upperBound: 2 as UInt64) == 1
      // Zero has one sign only, else it would come up twice as often as it should.
      if isNegative, magnitude == 0 { continue }
      let size = magnitude < UInt128(Self.bound) ? Int(magnitude) : Self.bound
      return isNegative ? -size : size
    }
  }

  /// True with probability exp(-part / whole), for a part of at most the whole (Algorithm 1).
  private static func exponentialCoin(
    _ part: UInt64, over whole: UInt64, _ generator: inout some RandomNumberGenerator
  ) -> Bool {
    var turn: UInt64 = 1
    // A coin of part / (whole × turn) is two coins that must both come up: no product, so no overflow.
    while generator.next(upperBound: whole) < part, generator.next(upperBound: turn) == 0 { turn &+= 1 }
    return turn & 1 == 1
  }
}
