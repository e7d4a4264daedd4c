/// Polynomials of degree below `size`, given by their values at the roots of unity of that order.
enum LagrangeBasis {
  /// What each value counts for in the polynomial's value at `point`. No division by the distance to a root: a point
  /// that is one of the roots gives that value alone.
  static func weights(size: Int, at point: Field128) -> [Field128] {
    let root = Field128.root(ofOrder: size)
    var distances: [Field128] = []
    distances.reserveCapacity(size)
    var power = Field128.one
    for _ in 0..<size {
      distances.append(point - power)
      power *= root
    }

    // The product of the distances to all other roots, over size · root^-k.
    var weights: [Field128] = []
    weights.reserveCapacity(size)
    var before = Field128.inverse(ofPowerOfTwo: size)
    for distance in distances {
      weights.append(before)
      before *= distance * root
    }
    var after = Field128.one
    for index in stride(from: size - 1, through: 0, by: -1) {
      weights[index] *= after
      after *= distances[index]
    }
    return weights
  }

  /// The last value of a polynomial whose other `size` − 1 values are given and whose highest coefficient is zero,
  /// since that coefficient is the values' sum, each times a power of the root.
  static func lastValue(after values: ArraySlice<Field128>) -> Field128 {
    let root = Field128.root(ofOrder: values.count + 1)
    // Horner's rule from the highest power down.
    var sum = Field128.zero
    for value in values.reversed() { sum = sum * root + value }
    return -sum * root
  }

  /// The sum of products of a weight and a value.
  static func value(_ weights: [Field128], _ values: ArraySlice<Field128>) -> Field128 {
    var sum = Field128.zero
    for (weight, value) in zip(weights, values) { sum += weight * value }
    return sum
  }
}
