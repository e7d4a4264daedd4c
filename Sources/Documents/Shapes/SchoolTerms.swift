/// The parts of a school year, from first to last day.
///
/// Assumed: schools and years differ, and nobody enters their own dates, so every year is cut alike. The autumn term
/// runs from September to December, the spring term from January to the end of March (about Easter), the summer term
/// from April to August, so that no day is left over. Second halves start on 1 November, 20 February and 1 June.
extension Period {
  /// Autumn, spring, summer.
  public var terms: [ClosedRange<Day>] {
    let halves = halfTerms
    return stride(from: 0, to: halves.count, by: 2).map {
      halves[$0].lowerBound...halves[min($0 + 1, halves.count - 1)].upperBound
    }
  }

  /// The two halves of each term, in order.
  public var halfTerms: [ClosedRange<Day>] {
    let starts = Self.halfTermStarts.map { month, day in
      Day(year: month >= 9 ? startYear : startYear + 1, month: month, day: day) ?? firstDay
    }
    return starts.indices.map { index in
      let last = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : lastDay
      return starts[index]...max(starts[index], last)
    }
  }

  private static let halfTermStarts = [(9, 1), (11, 1), (1, 1), (2, 20), (4, 1), (6, 1)]
}
