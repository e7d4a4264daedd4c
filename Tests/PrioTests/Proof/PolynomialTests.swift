import TestSupport
import Testing

@testable import Prio

/// The fast ways with polynomials against evaluating them coefficient by coefficient.
struct PolynomialTests {
  @Test(arguments: [2, 4, 8, 32, 128])
  func `values between the roots are the polynomial's own`(_ size: Int) {
    var generator = SeededGenerator(seed: UInt64(size))
    let coefficients = generator.elements(size)
    let between = powers(2 * size)
    let padding = generator.elements(3)
    var values = padding + powers(size).map { evaluate(coefficients, at: $0) } + padding
    PointDoubling(size: size).moveHalfway(&values, from: 3)
    let expected = (0..<size).map { evaluate(coefficients, at: between[2 * $0 + 1]) }
    #expect(values == padding + expected + padding)
  }

  @Test(arguments: [2, 4, 16, 128])
  func `weights give the value anywhere`(_ size: Int) {
    var generator = SeededGenerator(seed: UInt64(size) + 1000)
    let coefficients = generator.elements(size)
    let values = powers(size).map { evaluate(coefficients, at: $0) }
    for point in [generator.element(), .zero, .one, powers(size)[size - 1], generator.element()] {
      let weights = LagrangeBasis.weights(size: size, at: point)
      #expect(LagrangeBasis.value(weights, values[...]) == evaluate(coefficients, at: point))
    }
  }

  @Test(arguments: [2, 4, 16, 128])
  func `the last value follows from the others where the degree is lower`(_ size: Int) {
    var generator = SeededGenerator(seed: UInt64(size) + 2000)
    let coefficients = generator.elements(size - 1)
    let values = powers(size).map { evaluate(coefficients, at: $0) }
    #expect(LagrangeBasis.lastValue(after: values.dropLast()) == values[size - 1])
  }

  private func powers(_ size: Int) -> [Field128] {
    let root = Field128.root(ofOrder: size)
    return (0..<size).map { root.power(UInt128($0)) }
  }

  private func evaluate(_ coefficients: [Field128], at point: Field128) -> Field128 {
    var sum = Field128.zero
    for (exponent, coefficient) in coefficients.enumerated() {
      sum += coefficient * point.power(UInt128(exponent))
    }
    return sum
  }
}
