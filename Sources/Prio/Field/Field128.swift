/// An integer modulo the prime 2^128 − 7·2^66 + 1 (the VDAF draft's Field128).
///
/// An element is kept in Montgomery's form, its value times 2^128, always fully reduced. Sums, differences and
/// products take the same steps whatever the values are, since most values here are somebody's secret.
public struct Field128: Sendable, Hashable {
  var residue: UInt128

  @inline(__always)
  init(residue: UInt128) { self.residue = residue }

  /// The element of an integer below `modulus`.
  @inline(__always)
  init(reduced value: UInt128) { residue = Self.product(value, Self.square) }

  /// The element of any integer; a negative one gives the additive inverse of its magnitude.
  public init(_ value: Int) {
    let positive = Self(reduced: UInt128(value.magnitude))
    self = Self(residue: Self.choose((-positive).residue, ifTrue: value < 0, else: positive.residue))
  }

  public static let zero = Field128(residue: 0)
  public static let one = Field128(residue: 0x1b_ffff_ffff_ffff_ffff)

  static let modulus: UInt128 = 0xffff_ffff_ffff_ffe4_0000_0000_0000_0001
  /// 2^256 modulo the prime, which brings a value into Montgomery's form.
  @inline(__always)
  private static var square: UInt128 { 0x5587_ffff_ffff_ffff_fcf1 }

  /// The element as an integer from 0 to `modulus` − 1.
  var value: UInt128 { Self.product(residue, 1) }

  /// The element as a signed integer, the half above (modulus − 1) / 2 counted downwards from zero; nil where that
  /// does not fit an `Int`. A sum with noise in it may be negative and is read by this.
  public var centred: Int? {
    let value = value
    if value <= Self.modulus / 2 { return Int(exactly: value) }
    return Int(exactly: Self.modulus - value).map { -$0 }
  }
}

extension Field128: CustomStringConvertible {
  public var description: String { String(value) }
}

// MARK: - Arithmetic

extension Field128 {
  @inline(__always)
  public static func + (left: Field128, right: Field128) -> Field128 {
    let (sum, carry) = left.residue.addingReportingOverflow(right.residue)
    return Field128(residue: reduce(sum, carry: carry))
  }

  @inline(__always)
  public static func - (left: Field128, right: Field128) -> Field128 {
    let (difference, borrow) = left.residue.subtractingReportingOverflow(right.residue)
    return Field128(residue: choose(difference &+ modulus, ifTrue: borrow, else: difference))
  }

  @inline(__always)
  public static func * (left: Field128, right: Field128) -> Field128 {
    Field128(residue: product(left.residue, right.residue))
  }

  @inline(__always)
  public static prefix func - (element: Field128) -> Field128 { zero - element }

  @inline(__always)
  public static func += (left: inout Field128, right: Field128) { left = left + right }

  @inline(__always)
  public static func -= (left: inout Field128, right: Field128) { left = left - right }

  @inline(__always)
  public static func *= (left: inout Field128, right: Field128) { left = left * right }

  /// Montgomery's product: left · right / 2^128, one word of `right` after the other. The prime's low word is 1,
  /// so the multiple of it that clears a word is that word's own negative.
  @inline(__always)
  private static func product(_ left: UInt128, _ right: UInt128) -> UInt128 {
    let leftLow = low(left)
    let leftHigh = high(left)

    let first = leftLow &* low(right)
    let firstHigh = leftHigh &* low(right) &+ high(first)
    let (once, carry) = firstHigh.addingReportingOverflow(clearing(low(first)))

    let second = leftLow &* high(right) &+ low(once)
    let secondHigh = leftHigh &* high(right) &+ high(second) &+ high(once) &+ (carry ? 1 << 64 : 0)
    let (twice, last) = secondHigh.addingReportingOverflow(clearing(low(second)))
    return reduce(twice, carry: last)
  }

  /// What a low word leaves in the words above it once the fitting multiple of the prime is added.
  @inline(__always)
  private static func clearing(_ word: UInt128) -> UInt128 {
    low(0 &- word) &* high(modulus) &+ (word != 0 ? 1 : 0)
  }

  @inline(__always)
  private static func low(_ number: UInt128) -> UInt128 {
    UInt128(truncatingIfNeeded: UInt64(truncatingIfNeeded: number))
  }

  @inline(__always)
  private static func high(_ number: UInt128) -> UInt128 { number &>> 64 }

  /// `number` (and 2^128, with a carry), known to be below twice the prime, brought below the prime.
  @inline(__always)
  private static func reduce(_ number: UInt128, carry: Bool) -> UInt128 {
    let (less, borrow) = number.subtractingReportingOverflow(modulus)
    return choose(number, ifTrue: !carry && borrow, else: less)
  }

  /// One of two numbers by a mask, not by a jump.
  @inline(__always)
  private static func choose(_ number: UInt128, ifTrue condition: Bool, else other: UInt128) -> UInt128 {
    let mask = 0 &- UInt128(truncatingIfNeeded: condition ? 1 : 0)
    return other ^ ((number ^ other) & mask)
  }
}
