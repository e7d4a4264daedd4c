/// What is published of one region on one criterion or section, wherever it was read: from the sheets that a
/// registry added up, or from an opened pool.
public struct RegionalFigure: Sendable, Equatable {
  public var unit: Sheet.Unit
  /// The criterion's path or the section's id.
  public var id: String
  /// The scale's lowest and highest value.
  public var points: ClosedRange<Int>
  /// Such as "East Midlands", or a larger area's name.
  public var place: String
  public var source: Source
  public var partnerships: Int
  public var subjects: Int
  /// In points of the scale; noise may have put it outside the scale.
  public var mean: Double
  /// Holds the mean without its noise in at least 95 of 100 cases.
  public var interval: ClosedRange<Double>
  /// The noisy count of each point, the lowest first, where a pool tells them.
  public var counts: [Int]?

  /// What the figure was made from.
  public enum Source: String, Sendable, CaseIterable {
    case sheets, pool
  }

  public init(
    unit: Sheet.Unit, id: String, points: ClosedRange<Int>, place: String, source: Source, partnerships: Int,
    subjects: Int, mean: Double, interval: ClosedRange<Double>, counts: [Int]? = nil
  ) {
    (self.unit, self.id, self.points, self.place, self.source) = (unit, id, points, place, source)
    (self.partnerships, self.subjects, self.mean, self.interval) = (partnerships, subjects, mean, interval)
    self.counts = counts
  }

  /// Where an exact mean stands against the interval: no word is said while it lies inside.
  public func verdict(on mean: Double) -> Verdict {
    if mean > interval.upperBound { return .above }
    if mean < interval.lowerBound { return .below }
    return .noClearDifference
  }

  /// A value kept within the scale, as it is shown.
  public func shown(_ value: Double) -> Double {
    min(max(value, Double(points.lowerBound)), Double(points.upperBound))
  }

  /// The noisy counts as shares of 100, none below 0; `nil` where no distribution is told.
  public var shares: [Int]? {
    guard let counts else { return nil }
    let kept = counts.map { max($0, 0) }
    let total = kept.reduce(0, +)
    return total > 0 ? kept.map { (200 * $0 + total) / (2 * total) } : nil
  }
}
