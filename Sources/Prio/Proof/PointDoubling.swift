/// Takes a polynomial's values at the `size` roots of unity of that order to its values at the roots of twice the
/// order that lie between them (VDAF draft, section 6.1.3.2, done by two number-theoretic transforms).
///
/// The first transform leaves the coefficients in bit-reversed order and the second starts from that, so that nothing
/// is ever sorted.
struct PointDoubling: Sendable, Equatable {
  let size: Int
  private let roots: [Field128]
  private let inverseRoots: [Field128]
  /// By coefficient, in bit-reversed order: the power of the root between, over `size`.
  private let shifts: [Field128]

  /// `size` is a power of two, at least 2.
  init(size: Int) {
    self.size = size
    let root = Field128.root(ofOrder: size)
    roots = Self.powers(of: root, from: .one, count: size / 2)
    inverseRoots = Self.powers(of: root.inverse, from: .one, count: size / 2)

    let ordered = Self.powers(
      of: Field128.root(ofOrder: 2 * size), from: Field128.inverse(ofPowerOfTwo: size), count: size)
    let unused = Int.bitWidth - size.trailingZeroBitCount
    shifts = ordered.indices.map { ordered[Int(bitPattern: Self.reversed(UInt(bitPattern: $0)) >> unused)] }
  }

  /// The `size` elements from `base` on are a polynomial's values at the roots of unity, in the order of their powers;
  /// each is replaced by the value halfway to the next root.
  func moveHalfway(_ values: inout [Field128], from base: Int) {
    interpolate(&values, from: base)
    for index in 0..<size { values[base + index] *= shifts[index] }
    evaluate(&values, from: base)
  }

  /// From values to `size` times the coefficients, in bit-reversed order (decimation in frequency).
  private func interpolate(_ values: inout [Field128], from base: Int) {
    var half = size / 2
    while half > 0 {
      let step = size / (2 * half)
      for start in stride(from: base, to: base + size, by: 2 * half) {
        for index in 0..<half {
          let left = values[start + index]
          let right = values[start + half + index]
          values[start + index] = left + right
          values[start + half + index] = (left - right) * inverseRoots[index * step]
        }
      }
      half /= 2
    }
  }

  /// From coefficients in bit-reversed order to values (decimation in time).
  private func evaluate(_ values: inout [Field128], from base: Int) {
    var half = 1
    while half < size {
      let step = size / (2 * half)
      for start in stride(from: base, to: base + size, by: 2 * half) {
        for index in 0..<half {
          let left = values[start + index]
          let right = values[start + half + index] * roots[index * step]
          values[start + index] = left + right
          values[start + half + index] = left - right
        }
      }
      half *= 2
    }
  }

  private static func powers(of root: Field128, from first: Field128, count: Int) -> [Field128] {
    var power = first
    return (0..<count).map { _ in
      defer { power *= root }
      return power
    }
  }

  private static func reversed(_ number: UInt) -> UInt {
    var rest = number
    var reversed: UInt = 0
    for _ in 0..<UInt.bitWidth {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
