/// An integer modulo the prime 2^128 − 7·2^66 + 1 (the VDAF draft's Field128).
///
/// An element is kept in Montgomery's form, its value times 2^128, always fully reduced. Sums, differences and
/// products take the same steps whatever the values are, since most values here are somebody's secret.
public struct Field128: Sendable, Hashable {
  // Two words rather than a UInt128: without optimisation, as tests run, that is many times faster, and with it the same.
  private var low: UInt64
  private var high: UInt64

  @inline(__always)
  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The element of an integer below `modulus`.
  init(reduced value: UInt128) {
    self =
      Self(low: UInt64(truncatingIfNeeded: value), high: UInt64(truncatingIfNeeded: value >> 64))
      * Self.square
  }

  /// Zero or one, by a number that is one of the two.
  init(bit: Int) {
    let mask = 0 &- UInt64(truncatingIfNeeded: bit)
    self.init(low: Self.one.low & mask, high: Self.one.high & mask)
  }

  /// The element of any integer; a negative one gives the additive inverse of its magnitude.
  public init(_ value: Int) {
    let positive = Self(reduced: UInt128(value.magnitude))
    let negative = -positive
    let mask = UInt64(truncatingIfNeeded: value >> (Int.bitWidth - 1))
    low = positive.low ^ ((positive.low ^ negative.low) & mask)
    high = positive.high ^ ((positive.high ^ negative.high) & mask)
  }

  public static let zero = Field128(low: 0, high: 0)
  public static let one = Field128(low: 0xffff_ffff_ffff_ffff, high: 0x1b)

  static let modulus: UInt128 = 0xffff_ffff_ffff_ffe4_0000_0000_0000_0001
  /// The modulus's high word; its low word is 1.
  @inline(__always)
  private static var highModulus: UInt64 { 0xffff_ffff_ffff_ffe4 }
  /// 2^256 modulo the prime, which brings a value into Montgomery's form.
  @inline(__always)
  private static var square: Field128 { Field128(low: 0xffff_ffff_ffff_fcf1, high: 0x5587) }

  /// The element as an integer from 0 to `modulus` − 1.
  var value: UInt128 {
    let plain = self * Self(low: 1, high: 0)
    return UInt128(plain.high) << 64 | UInt128(plain.low)
  }

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
    let (low, middle) = left.low.addingReportingOverflow(right.low)
    let (sum, first) = left.high.addingReportingOverflow(right.high)
    let (high, second) = sum.addingReportingOverflow(middle ? 1 : 0)
    return reduced(low: low, high: high, carry: (first ? 1 : 0) | (second ? 1 : 0))
  }

  @inline(__always)
  public static func - (left: Field128, right: Field128) -> Field128 {
    let (low, middle) = left.low.subtractingReportingOverflow(right.low)
    let (difference, first) = left.high.subtractingReportingOverflow(right.high)
    let (high, second) = difference.subtractingReportingOverflow(middle ? 1 : 0)
    let mask = 0 &- ((first ? 1 : 0) | (second ? 1 : 0) as UInt64)
    let (sum, carry) = low.addingReportingOverflow(mask & 1)
    return Field128(low: sum, high: high &+ (highModulus & mask) &+ (carry ? 1 : 0))
  }

  /// Montgomery's product: left · right / 2^128, one word of `right` after the other. The prime's low word is 1, so the
  /// multiple of it that clears a word is that word's own negative.
  @inline(__always)
  public static func * (left: Field128, right: Field128) -> Field128 {
    let first = product(left.low, right.low, plus: 0)
    let above = product(left.high, right.low, plus: first.high)
    let once = cleared(first.low, below: above)

    let second = product(left.low, right.high, plus: once.low)
    var top = product(left.high, right.high, plus: second.high)
    let (sum, carry) = top.low.addingReportingOverflow(once.high)
    top = (sum, top.high &+ once.carry &+ (carry ? 1 : 0))
    let twice = cleared(second.low, below: top)
    return reduced(low: twice.low, high: twice.high, carry: twice.carry)
  }

  @inline(__always)
  public static prefix func - (element: Field128) -> Field128 { zero - element }

  @inline(__always)
  public static func += (left: inout Field128, right: Field128) { left = left + right }

  @inline(__always)
  public static func -= (left: inout Field128, right: Field128) { left = left - right }

  @inline(__always)
  public static func *= (left: inout Field128, right: Field128) { left = left * right }

  /// left · right + `addend`, which two words always hold.
  @inline(__always)
  private static func product(_ left: UInt64, _ right: UInt64, plus addend: UInt64) -> (
    low: UInt64, high: UInt64
  ) {
    let full = left.multipliedFullWidth(by: right)
    let (low, carry) = full.low.addingReportingOverflow(addend)
    return (low, full.high &+ (carry ? 1 : 0))
  }

  /// The words above `word`, once the multiple of the prime that clears it is added.
  @inline(__always)
  private static func cleared(
    _ word: UInt64, below words: (low: UInt64, high: UInt64)
  ) -> (low: UInt64, high: UInt64, carry: UInt64) {
    let multiple = product(0 &- word, highModulus, plus: word == 0 ? 0 : 1)
    let (low, middle) = words.low.addingReportingOverflow(multiple.low)
    let (sum, first) = words.high.addingReportingOverflow(multiple.high)
    let (high, second) = sum.addingReportingOverflow(middle ? 1 : 0)
    return (low, high, (first ? 1 : 0) | (second ? 1 : 0))
  }

  /// A number below twice the prime (2^128 more, with a carry of 1) brought below it, by a mask and not by a jump.
  @inline(__always)
  private static func reduced(low: UInt64, high: UInt64, carry: UInt64) -> Field128 {
    let (lessLow, middle) = low.subtractingReportingOverflow(1)
    let (difference, first) = high.subtractingReportingOverflow(highModulus)
    let (lessHigh, second) = difference.subtractingReportingOverflow(middle ? 1 : 0)
    let isBelow: UInt64 = ((first ? 1 : 0) | (second ? 1 : 0)) & (carry ^ 1)
    let mask = 0 &- isBelow
    return Field128(low: lessLow ^ ((lessLow ^ low) & mask), high: lessHigh ^ ((lessHigh ^ high) & mask))
  }
}
