/// Which scalars differ in case only: Unicode's simple mappings, scalar for scalar, as the standard library has
/// them.
enum CaseFolding {
  /// The scalars outside a set that differ in case only from one inside.
  static func variants(of set: ScalarSet) -> [UInt32] {
    let isASCII = (set.ranges.last?.upperBound ?? 0) < 128
    return (isASCII ? letters : orbits).flatMap { orbit in
      let isTouched = orbit.contains { set.contains($0) }
      return isTouched ? orbit.filter { !set.contains($0) } : []
    }
  }

  /// Of the ASCII letters, which need no look at the whole of Unicode. Two have a third form: the Kelvin sign
  /// and the long s.
  private static let letters: [[UInt32]] = (UInt32(0x41)...0x5A).map { capital in
    let others: [UInt32] = capital == 0x4B ? [0x212A] : capital == 0x53 ? [0x17F] : []
    return [capital, capital + 0x20] + others
  }

  /// Every group of scalars that differ in case only. Scripts with two cases end below U+1E944.
  private static let orbits: [[UInt32]] = {
    var groups: [UInt32: [UInt32]] = [:]
    for value in UInt32(0)..<0x1E944 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isCased || value == 0x345 else { continue }
      groups[folded(scalar), default: []].append(value)
    }
    return groups.values.filter { $0.count > 1 }
  }()

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    let upper = single(scalar.properties.uppercaseMapping) ?? scalar
    return (single(upper.properties.lowercaseMapping) ?? upper).value
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
  }
}
