import Documents
import Frameworks
import Sealing

extension Pool {
  /// Its figures as they stand beside a partnership's own.
  ///
  /// - Parameter place: what people call its region.
  public func regionalFigures(of place: String) -> [RegionalFigure] {
    figures.compactMap { figure in
      guard let lowest = figure.points.min(), let highest = figure.points.max() else { return nil }
      let counts: [Int]? = if case .counts(let counts) = figure.opened { counts } else { nil }
      return RegionalFigure(
        unit: .criterion, id: figure.id, points: lowest...highest, place: place, source: .pool,
        partnerships: figure.partnerships, subjects: figure.n, mean: figure.mean, interval: figure.interval,
        counts: counts)
    }
  }

  /// Why it cannot stand beside figures of a framework, school year and kind of review; `nil` where it can.
  public func reasonApart(from framework: Digest, _ period: Period, _ kind: ReviewKind) -> String? {
    let what = "The pool of \(task.framework.reference) for \(task.period)"
    if task.period != period { return "\(what) is of another school year, so it is not shown here." }
    if task.kind != kind { return "\(what) is of another kind of review, so it is not shown here." }
    if task.framework.digest != framework {
      return "\(what) was made with another version or variant of the framework, so it is not shown here."
    }
    return nil
  }
}
