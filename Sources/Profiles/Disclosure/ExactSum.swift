/// The scores of a cohort on one criterion or section, added up. It never leaves the partnership.
struct ExactSum: Equatable {
  /// The subjects that count.
  var n = 0
  var sum = 0
  /// The scale's lowest and highest value.
  let lowest: Int
  let highest: Int
  /// How many criteria one subject's score adds up; 1 for a criterion.
  let criteria: Int
  /// The scale's values, ascending, and how many subjects stand at each: of a criterion only.
  var points: [Int] = []
  var counts: [Int] = []

  /// How far one subject's score can move the sum.
  var sensitivity: UInt64 { UInt64(highest - lowest) * UInt64(criteria) }
}
