import TestSupport
import Testing

@testable import Prio

/// The field against plain arithmetic on integers, and the laws that a field keeps.
struct Field128Tests {
  /// Where carries and borrows are decided, and a few hundred drawn values.
  private static let values: [UInt128] = {
    let modulus = Field128.modulus
    var values: [UInt128] = [0, 1, 2, 3, modulus - 1, modulus - 2, modulus / 2, modulus / 2 + 1]
    for exponent in [27, 32, 63, 64, 65, 66, 68, 96, 127] {
      let power: UInt128 = 1 << UInt128(exponent)
      values += [power - 1, power, power + 1, modulus - power]
    }
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<80 { values.append(UInt128.random(in: 0..<modulus, using: &generator)) }
    return values
  }()

  @Test func `sums, differences and products are those of integers modulo the prime`() {
    let modulus = Field128.modulus
    for left in Self.values {
      for right in Self.values {
        let a = Field128(reduced: left)
        let b = Field128(reduced: right)
        let (high, low) = left.multipliedFullWidth(by: right)
        let same =
          (a * b).value == modulus.dividingFullWidth((high, low)).remainder
          && (a + b).value
            == (right == 0 ? left : left >= modulus - right ? left - (modulus - right) : left + right)
          && (a - b).value == (left >= right ? left - right : modulus - (right - left))
        if !same { Issue.record("wrong for \(left) and \(right)") }
      }
    }
  }

  @Test func `the laws of a field hold`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let (a, b, c) = (generator.element(), generator.element(), generator.element())
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a + .zero == a)
      #expect(a * .one == a)
      #expect(a * .zero == .zero)
      #expect(a + -a == .zero)
      #expect(a - b == a + -b)
    }
  }

  @Test func `every element but zero has an inverse`() {
    for value in Self.values.prefix(60) where value != 0 {
      let element = Field128(reduced: value)
      #expect(element * element.inverse == .one)
    }
    #expect(Field128.zero.inverse == .zero)
  }

  @Test func `elements are kept reduced, so that equal ones are the same`() {
    for value in Self.values {
      #expect(Field128(reduced: value).value == value)
    }
    #expect(Field128(reduced: Field128.modulus - 1) + .one == .zero)
    #expect(Set(Self.values.map { Field128(reduced: $0) }).count == Set(Self.values).count)
    #expect(Field128(bit: 0) == .zero)
    #expect(Field128(bit: 1) == .one)
  }

  @Test(arguments: [0, 1, -1, 255, -255, Int.max, -Int.max])
  func `a signed integer comes back`(_ number: Int) {
    #expect(Field128(number).centred == number)
    #expect(Field128(number) + Field128(-number) == .zero)
  }

  @Test func `what fits no Int has no centred value`() {
    #expect(Field128(Int.min) + .one == Field128(-Int.max))
    #expect(Field128(Int.min).centred == nil)
    #expect((Field128(Int.max) + .one).centred == nil)
    #expect(Field128(reduced: Field128.modulus / 2).centred == nil)
    #expect(Field128(reduced: Field128.modulus / 2 + 1).centred == nil)
  }

  @Test func `powers of two have their inverses without a power`() {
    for exponent in 0..<63 {
      #expect(Field128.inverse(ofPowerOfTwo: 1 << exponent) * Field128(1 << exponent) == .one)
    }
  }

  @Test func `the root is the draft's`() {
    #expect(Field128.root(ofOrder: 1 << 62) == Field128(7).power((Field128.modulus - 1) >> 62))
  }

  @Test(arguments: [2, 4, 64, 128, 1 << 20, 1 << 40])
  func `a root of unity has exactly its order`(_ size: Int) {
    let root = Field128.root(ofOrder: size)
    #expect(root.power(UInt128(size)) == .one)
    #expect(root.power(UInt128(size / 2)) == -Field128.one)
  }

  @Test func `operators in place do what the others do`() {
    var generator = SeededGenerator(seed: 3)
    let (a, b) = (generator.element(), generator.element())
    var element = a
    element += b
    #expect(element == a + b)
    element -= a
    #expect(element == b)
    element *= a
    #expect(element == a * b)
  }

  @Test func `an element is described by its number`() {
    #expect("\(Field128(41))" == "41")
    #expect("\(-Field128.one)" == "340282366920938462946865773367900766208")
  }
}
