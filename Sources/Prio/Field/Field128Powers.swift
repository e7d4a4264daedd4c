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

  /// A root of unity of order `size`, which is a power of two up to 2^66: the same that the VDAF draft takes.
  static func root(ofOrder size: Int) -> Field128 {
    var root = Field128(7).power(4_611_686_018_427_387_897)
    for _ in size.trailingZeroBitCount..<66 { root *= root }
    return root
  }
}
