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
    var numbers = GeneratedNumbers(generator: generator)
    defer { generator = numbers.generator }
    return sample(from: &numbers)
  }

  /// One draw from whole numbers: attempts, until one gives an outcome.
  func sample<Numbers: UniformNumbers>(from numbers: inout Numbers) throws(Numbers.Stop) -> Int {
    while true {
      if let outcome = try attempt(from: &numbers) { return outcome }
    }
  }

  /// One attempt (Algorithm 2); `nil` where another is needed, which depends on nothing of this one.
  func attempt<Numbers: UniformNumbers>(from numbers: inout Numbers) throws(Numbers.Stop) -> Int? {
    let (step, divisor) = (scale.numerator, scale.denominator)
    let remainder = try numbers.number(below: step)
    guard try numbers.exponentialCoin(remainder, over: step) else { return nil }
    var steps: UInt64 = 0
    while try numbers.exponentialCoin(1, over: 1) { steps &+= 1 }
    // 64 bits times 64 bits plus 64 bits always fits in 128.
    let magnitude = (UInt128(remainder) + UInt128(step) * UInt128(steps)) / UInt128(divisor)
    let isNegative = try numbers.number(below: 2) == 1
    // Zero has one sign only, else it would come up twice as often as it should.
    if isNegative, magnitude == 0 { return nil }
    let size = magnitude < UInt128(Self.bound) ? Int(magnitude) : Self.bound
    return isNegative ? -size : size
  }
}
