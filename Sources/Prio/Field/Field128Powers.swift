extension Field128 {
  /// The element multiplied by itself; the time depends on the exponent, which is never a secret here.
  func power(_ exponent: UInt128) -> Field128 {
    var result = Field128.one
    var square = self
    var rest = exponent
    while rest != 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }

  /// The multiplicative inverse, by Fermat's little theorem; zero for zero.
  var inverse: Field128 { power(Self.modulus - 2) }

  /// The inverse of a power of two up to 2^66: the modulus less one is a multiple of that.
  static func inverse(ofPowerOfTwo number: Int) -> Field128 {
    -Field128(reduced: (modulus - 1) / UInt128(number))
  }

  /// A root of unity of order `size`, which is a power of two up to 2^62: the same that the VDAF draft takes.
  static func root(ofOrder size: Int) -> Field128 {
    var root = generator
    for _ in size.trailingZeroBitCount..<66 { root *= root }
    return root
  }

  /// 7 to the power (modulus − 1) / 2^66, of order 2^66.
  private static let generator = Field128(reduced: 0x6d27_8fbf_4f60_228b_1f9b_2759_c510_9f06)
}
