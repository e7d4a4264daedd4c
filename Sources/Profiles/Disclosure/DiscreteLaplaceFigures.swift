/// What is known of the noise before it is drawn. These are told to readers; no draw depends on them.
///
/// Worked out with `+ - * /` and square roots only, which give the same bits on every machine: sheets are
/// recomputed by those who receive them.
extension DiscreteLaplace {
  /// The standard deviation, sqrt(2q) / (1 - q) with q = exp(-1 / scale).
  public var standardDeviation: Double {
    let fall = Self.fall(over: 1 / scale.approximation)
    return (2 * Self.decay(over: 1 / scale.approximation)).squareRoot() / fall
  }

  /// The smallest m such that at least 95 draws in 100 lie from -m to m: 2 q^(m+1) / (1 + q) is at most 0.05.
  public var reach: Int {
    let rate = 1 / scale.approximation
    let limit = 0.025 * (1 + Self.decay(over: rate))
    func isEnough(_ reach: Int) -> Bool { Self.decay(over: Double(reach + 1) * rate) <= limit }
    var high = 1
    while !isEnough(high), high < Self.bound { high *= 2 }
    var low = -1
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The probability of one outcome, (1 - q) / (1 + q) × q^|y|.
  public func probability(of outcome: Int) -> Double {
    let rate = 1 / scale.approximation
    let first = Self.fall(over: rate) / (1 + Self.decay(over: rate))
    return first * Self.decay(over: Double(outcome.magnitude) * rate)
  }

  /// exp(-x) for x of at least 0, precise far out too.
  private static func decay(over x: Double) -> Double {
    guard x < 700 else { return 0 }
    let (part, doublings) = halved(x)
    var power = 1 - smallFall(over: part)
    for _ in 0..<doublings { power *= power }
    return power
  }

  /// 1 - exp(-x) for x of at least 0, precise near 0 too.
  private static func fall(over x: Double) -> Double {
    guard x < 700 else { return 1 }
    let (part, doublings) = halved(x)
    var fall = smallFall(over: part)
    for _ in 0..<doublings { fall *= 2 - fall }
    return fall
  }

  /// Halved until a short series will do, and how often.
  private static func halved(_ x: Double) -> (part: Double, doublings: Int) {
    var (part, doublings) = (x, 0)
    while part > 1.0 / 32 { (part, doublings) = (part / 2, doublings + 1) }
    return (part, doublings)
  }

  /// 1 - exp(-x) as its series, x at most 1/32.
  private static func smallFall(over x: Double) -> Double {
    var series = 0.0
    for term in stride(from: 10, through: 1, by: -1) { series = x / Double(term) * (1 - series) }
    return series
  }
}
