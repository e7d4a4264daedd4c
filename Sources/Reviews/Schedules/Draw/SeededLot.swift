/// Draws lots that come out the same on every machine: SplitMix64 (Steele, Lea, Flood 2014), started from a seed and a
/// name, so that two draws with one seed are independent.
struct SeededLot {
  private var state: UInt64

  init(seed: UInt64, for name: String) {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
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

  /// The elements in an order of chance (Fisher, Yates; Durstenfeld 1964).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in elements.indices.dropFirst().reversed() {
      let place = Int(next().multipliedFullWidth(by: UInt64(last + 1)).high)
      elements.swapAt(place, last)
    }
    return elements
  }
}
