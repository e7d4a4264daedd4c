import Rubrics

/// Adds up a section, each subject as one score (DISCLOSURE section 5 (i)).
///
/// A subject counts where at least half of the section's m criteria are judged; its total is its mean times
/// m, rounded to a whole number, halves upwards. So one subject moves the sum by at most m times the scale's
/// range, however many of the criteria it left out.
enum SectionMean {
  static func sum(of cohort: JudgementTable, columns: [Int], on scale: CompiledScale) -> ExactSum {
    var exact = ExactSum(lowest: scale.lowest, highest: scale.highest, criteria: columns.count)
    for row in 0..<cohort.rowCount {
      var judged = 0
      var sum = 0
      for column in columns {
        guard let value = scale.value(of: cohort[row, column]) else { continue }
        judged += 1
        sum += value
      }
      guard judged > 0, 2 * judged >= columns.count else { continue }
      exact.n += 1
      exact.sum += roundedQuotient(sum * columns.count, judged)
    }
    return exact
  }

  /// The quotient to the nearest whole number, halves upwards; below zero too.
  static func roundedQuotient(_ dividend: Int, _ divisor: Int) -> Int {
    let doubled = 2 * dividend + divisor
    let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
