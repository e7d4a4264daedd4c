import Frameworks

/// The picture of many reviews: each criterion and each group of criteria over all of them, and each review's
/// own medians.
///
/// Made for partnerships, regions and samples of them: one pass over the marks, as they lie in the table.
public struct TableScore: Sendable {
  public let rubric: Rubric
  public let kind: ReviewKind
  public let groups: [ColumnGroup]
  /// Each group's scale: the one that most of its columns share.
  public let groupScales: [CompiledScale]
  public let subjects: [String]
  private let columnTallies: [Tally]
  private let groupTallies: [Tally]
  private let rows: [RowScore]

  /// - Parameter groups: by default the framework's sections, else its criteria at the top. Columns on
  ///   another scale than most of their group are left out of it.
  public init(rubric: Rubric, kind: ReviewKind, table: JudgementTable, groups: [ColumnGroup]? = nil) {
    precondition(table.columnCount == rubric.columns(kind).count, "a table of this rubric and kind")
    self.rubric = rubric
    self.kind = kind
    subjects = table.subjects
    let scales = rubric.columns(kind).scales
    let chosen = (groups ?? rubric.groups(kind)).compactMap { group -> (ColumnGroup, Int)? in
      rubric.commonScale(of: group.columns, kind: kind).map { scale in
        let kept = group.columns.filter { scales[$0] == scale }
        return (ColumnGroup(id: group.id, title: group.title, columns: kept), scale)
      }
    }
    self.groups = chosen.map(\.0)
    groupScales = chosen.map { rubric.scales[$0.1] }
    rows = RowScorer.score(
      table, groups: zip(self.groups, groupScales).map { ($0.columns, $1.values.count) })
    columnTallies = Self.columnTallies(table, pointCounts: scales.map { rubric.scales[$0].values.count })
    groupTallies = zip(self.groups, groupScales).map { [columnTallies] group, scale in
      var tally = Tally(pointCount: scale.values.count)
      for column in group.columns { tally.add(columnTallies[column]) }
      return tally
    }
  }

  public var rowCount: Int { subjects.count }

  /// The marks of a criterion over all reviews.
  public func tally(column: Int) -> Tally { columnTallies[column] }

  /// The marks of a group over all reviews.
  public func tally(group: Int) -> Tally { groupTallies[group] }

  /// The median of a criterion over all reviews, once as many are answered as for any figure.
  public func median(column: Int) -> AggregateResult {
    let scale = rubric.scales[rubric.columns(kind).scales[column]]
    return Aggregations.Median().result(of: AggregateBasis(scale: scale, tally: columnTallies[column]))
  }

  /// The median of all marks of a group over all reviews.
  public func median(group: Int) -> AggregateResult {
    Aggregations.Median().result(of: AggregateBasis(scale: groupScales[group], tally: groupTallies[group]))
  }

  /// One review's own figures for a group.
  public subscript(row row: Int, group group: Int) -> RowScore { rows[row * groups.count + group] }

  /// All reviews' figures for all groups, review by review: the index is row × number of groups + group.
  public func withRows<Result>(_ body: (UnsafeBufferPointer<RowScore>) -> Result) -> Result {
    rows.withUnsafeBufferPointer(body)
  }

  private static func columnTallies(_ table: JudgementTable, pointCounts: [Int]) -> [Tally] {
    let columnCount = table.columnCount
    guard columnCount > 0 else { return [] }
    // Bytes are counted as they come, a page of 256 counters a column; what they mean is sorted out last.
    var counts = [UInt32](repeating: 0, count: columnCount * 256)
    counts.withUnsafeMutableBufferPointer { counts in
      table.marks.withUnsafeBufferPointer { marks in
        var offset = 0
        while offset < marks.count {
          for column in 0..<columnCount { counts[column &* 256 &+ Int(marks[offset &+ column])] &+= 1 }
          offset &+= columnCount
        }
      }
    }
    return pointCounts.enumerated().map { column, pointCount in
      var tally = Tally(pointCount: pointCount)
      for mark in 0..<256 where counts[column * 256 + mark] > 0 {
        tally.add(UInt8(mark), times: Int(counts[column * 256 + mark]))
      }
      return tally
    }
  }
}

/// The median of one review over a group of criteria, and what it stands on.
public struct RowScore: Sendable, Equatable {
  /// The median's point; with ``upper`` the two on either side of the middle. ``Mark/missing`` where nothing
  /// is answered.
  public internal(set) var lower = Mark.missing
  public internal(set) var upper = Mark.missing
  /// How many of the group's criteria have a point.
  public let answered: UInt16
  /// How many could have one: all but those that do not apply.
  public let applicable: UInt16

  init(answered: Int, applicable: Int) {
    self.answered = UInt16(clamping: answered)
    self.applicable = UInt16(clamping: applicable)
  }

  /// The median, where at least the framework's share is answered (half, where it says nothing).
  public func median(answered share: Double = Aggregate.usualAnswered) -> AggregateValue? {
    guard answered > 0, Double(answered) >= share * Double(applicable) - Shortfall.tolerance else {
      return nil
    }
    return lower == upper ? .point(lower) : .between(lower, upper)
  }
}
