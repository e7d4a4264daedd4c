/// A set of Unicode scalars as sorted ranges that neither touch nor overlap.
struct ScalarSet: Sendable, Hashable {
  private(set) var ranges: [ClosedRange<UInt32>] = []
  /// Membership of the scalars below 128.
  private var low: (UInt64, UInt64) = (0, 0)

  static let last: UInt32 = 0x10FFFF

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let end = self.ranges.last?.upperBound, range.lowerBound <= end + 1 {
        let start = self.ranges[self.ranges.count - 1].lowerBound
        self.ranges[self.ranges.count - 1] = start...max(end, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
    for range in self.ranges where range.lowerBound < 128 {
      for scalar in range.lowerBound...min(range.upperBound, 127) {
        if scalar < 64 { low.0 |= 1 << UInt64(scalar) } else { low.1 |= 1 << UInt64(scalar - 64) }
      }
    }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low.0 >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return low.1 >> UInt64(scalar - 64) & 1 == 1 }
    return containsHigh(scalar)
  }

  private func containsHigh(_ scalar: UInt32) -> Bool {
    var start = 0
    var end = ranges.count
    while start < end {
      let middle = (start + end) / 2
      if ranges[middle].upperBound < scalar { start = middle + 1 } else { end = middle }
    }
    return start < ranges.count && ranges[start].lowerBound <= scalar
  }

  /// All scalars that are not in the set.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { gaps.append(next...Self.last) }
    return ScalarSet(gaps)
  }

  /// With every scalar that differs from one of the set in case only.
  var caseFolded: ScalarSet { ScalarSet(ranges + CaseFolding.variants(of: self).map { $0...$0 }) }

  static func == (left: Self, right: Self) -> Bool { left.ranges == right.ranges }
  func hash(into hasher: inout Hasher) { hasher.combine(ranges) }
}

extension ScalarSet {
  private static func ascii(_ ranges: String...) -> ScalarSet {
    ScalarSet(
      ranges.compactMap { range in
        let scalars = range.unicodeScalars.map(\.value)
        guard let first = scalars.first, let last = scalars.last else { return nil }
        return first...last
      })
  }

  static let digit = ascii("09")
  static let space = ascii("\t\n", "\u{C}\r", " ")
  static let word = ascii("09", "AZ", "_", "az")
  static let any = ScalarSet([0...last])
  static let anyButLineEnd = ScalarSet([0...0x09, 0x0B...last])

  /// The classes with names of their own, as in `[[:alpha:]]`.
  static let named: [String: ScalarSet] = [
    "alnum": ascii("09", "AZ", "az"), "alpha": ascii("AZ", "az"), "ascii": ascii("\0\u{7F}"),
    "blank": ascii("\t", " "), "cntrl": ascii("\0\u{1F}", "\u{7F}"), "digit": digit, "graph": ascii("!~"),
    "lower": ascii("az"), "print": ascii(" ~"), "punct": ascii("!/", ":@", "[`", "{~"),
    "space": ascii("\t\r", " "), "upper": ascii("AZ"), "word": word, "xdigit": ascii("09", "AF", "af"),
  ]
}
