/// Six decimals, halves upwards: the same digits on every machine.
enum Millionths {
  static func quotient(_ dividend: Int, over divisor: Int) -> Double {
    quotient(Int128(dividend), over: Int128(divisor))
  }

  /// - Parameter divisor: above 0.
  static func quotient(_ dividend: Int128, over divisor: Int128) -> Double {
    let doubled = dividend * 2_000_000 + divisor
    let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * divisor)
    return Double(remainder < 0 ? quotient - 1 : quotient) / 1e6
  }
}
