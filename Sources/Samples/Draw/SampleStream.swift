/// Random numbers that are the same on every machine and in every version: SplitMix64 (Steele, Lea, Flood
/// 2014), whole numbers, and sums and products of them.
///
/// Every part of a sample has a stream of its own, named by what it is for, so that one more partnership,
/// year or framework leaves all others as they were.
struct SampleStream {
  private var state: UInt64

  init(seed: UInt64, _ labels: String...) {
    // FNV-1a; a byte that no text holds stands between labels.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for label in labels {
      for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
    }
    state = seed
    state = hash ^ next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to one below `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// True `count` times in a thousand.
  mutating func happens(inThousand count: Int) -> Bool { below(1_000) < count }

  /// One of a list that is not empty.
  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  /// A normal number with mean 0. The sum of twelve numbers of 16 bits is near enough to one, and exact.
  mutating func normal(_ standardDeviation: Double) -> Double {
    var sum = 0
    for _ in 0..<3 {
      let bits = next()
      sum += Int(bits & 0xffff) + Int(bits >> 16 & 0xffff) + Int(bits >> 32 & 0xffff) + Int(bits >> 48)
    }
    return Double(sum - 6 * 0xffff) / 65_536 * standardDeviation
  }
}
