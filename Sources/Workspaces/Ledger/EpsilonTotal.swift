import Profiles

/// An exact sum of epsilons.
struct EpsilonTotal: Sendable, Equatable {
  private var numerator: Int128 = 0
  private var denominator: Int128 = 1
  /// Something was told without a bound, or the sum is past every number.
  private(set) var isUnbounded = false

  static let zero = EpsilonTotal()

  init() {}

  init(_ epsilon: Epsilon?) { add(epsilon) }

  mutating func add(_ epsilon: Epsilon?) {
    guard let epsilon else { return isUnbounded = true }
    add(Int128(epsilon.numerator), Int128(epsilon.denominator))
  }

  mutating func add(_ other: EpsilonTotal) {
    if other.isUnbounded { return isUnbounded = true }
    add(other.numerator, other.denominator)
  }

  private mutating func add(_ top: Int128, _ bottom: Int128) {
    let (left, first) = numerator.multipliedReportingOverflow(by: bottom)
    let (right, second) = top.multipliedReportingOverflow(by: denominator)
    let (sum, third) = left.addingReportingOverflow(right)
    let (product, fourth) = denominator.multipliedReportingOverflow(by: bottom)
    guard !first, !second, !third, !fourth else { return isUnbounded = true }
    let divisor = Self.greatestCommonDivisor(sum, product)
    (numerator, denominator) = (sum / divisor, product / divisor)
  }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (larger, smaller) = (a, b)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }

  func isOver(_ cap: Epsilon) -> Bool { isUnbounded || EpsilonTotal(cap) < self }

  /// What is left below a cap; zero where nothing is.
  func left(below cap: Epsilon) -> EpsilonTotal {
    var rest = EpsilonTotal(cap)
    if isOver(cap) { return .zero }
    rest.add(-numerator, denominator)
    return rest
  }

  var description: String {
    if isUnbounded { return "unbounded" }
    return denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

extension EpsilonTotal: Comparable, CustomStringConvertible {
  static func < (left: Self, right: Self) -> Bool {
    if left.isUnbounded || right.isUnbounded { return right.isUnbounded && !left.isUnbounded }
    let (a, first) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, second) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    // Past 128 bits the fractions are strange enough to be taken for too large.
    return first || second ? !first : a < b
  }
}
