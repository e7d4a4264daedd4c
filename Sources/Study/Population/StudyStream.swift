import Foundation

/// Random numbers that are the same in every run: SplitMix64 (Steele, Lea, Flood 2014), with a stream of its own
/// for each part of the study, so that a longer table leaves the others as they were.
public struct StudyStream: RandomNumberGenerator, Sendable {
  private var state: UInt64
  private var spare: Double?

  public init(_ labels: Int...) {
    state = 0x5745_4159_4d41_524b
    for label in labels { state = next() ^ UInt64(bitPattern: Int64(label)) }
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A normal number with mean 0 and deviation 1 (Marsaglia's polar method).
  public mutating func normal() -> Double {
    if let kept = spare {
      spare = nil
      return kept
    }
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }
}
