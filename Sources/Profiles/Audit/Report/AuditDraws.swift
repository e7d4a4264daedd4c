/// Noise as it could have been drawn, for weighing what could have come out. Nothing that is published is drawn
/// from here: an audit of the same release gives the same report.
///
/// SplitMix64 (Steele, Lea, Flood 2014).
struct AuditDraws: RandomNumberGenerator {
  private var state: UInt64 = 0x5741_594d_4152_4b36

  /// What is tried out is attacked at least so often: shares come out right to within a few hundredths then, and means
  /// over a release's figures to within one or two.
  static let attacks = 400

  /// How often noise is drawn where so many judgements or schools are attacked with each draw.
  static func times(over attacked: Int) -> Int { (attacks + max(attacked, 1) - 1) / max(attacked, 1) }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
