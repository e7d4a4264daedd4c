import Frameworks

/// Draws the reviews of a schedule that somebody looks at again. The same seed draws the same reviews.
public enum SampleDraw {
  /// In the order of their numbers.
  public static func draw(_ sample: QualitySample, from schedule: Schedule, seed: UInt64) -> [ScheduledReview]
  {
    let sorted = schedule.reviews.sorted {
      ($0.number.value, $0.school.id.value) < ($1.number.value, $1.school.id.value)
    }
    // A share that comes out whole but for rounding is not one more.
    let share = (Double(sorted.count) * sample.share - 1e-9).rounded(.up)
    let count = min(sorted.count, max(sample.atLeast, Int(share)))
    var lot = SeededLot(
      seed: seed,
      for: "\(schedule.partnership.value)/\(schedule.period.value)/\(sample.id.value)")
    return lot.shuffled(Array(sorted.indices)).prefix(count).sorted().map { sorted[$0] }
  }
}
