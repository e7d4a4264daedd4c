/// The hot path: each review's median and count for each group of criteria.
///
/// A mark is looked up as a vector with a one in its own lane; adding those up counts a group's marks without
/// a branch and without waiting for memory. Scales of more than 30 points, and groups of more than 255
/// criteria, are counted by a ``Tally`` instead.
enum RowScorer {
  /// - Parameter groups: columns in ascending order, and how many points their scale has.
  /// - Returns: for each row one score a group.
  static func score(_ table: JudgementTable, groups: [(columns: [Int], pointCount: Int)]) -> [RowScore] {
    let counters = groups.map { Counter($0.columns, pointCount: $0.pointCount) }
    let rowCount = table.rowCount
    let columnCount = table.columnCount
    return [RowScore](unsafeUninitializedCapacity: rowCount * counters.count) { scores, count in
      count = rowCount * counters.count
      guard let target = scores.baseAddress else { return }
      table.marks.withUnsafeBufferPointer { marks in
        for (place, counter) in counters.enumerated() {
          counter.forEachRow(of: marks, rowCount: rowCount, stride: columnCount) { row, score in
            (target + (row &* counters.count &+ place)).initialize(to: score)
          }
        }
      }
    }
  }
}

/// Counts the marks of one group, row after row.
private struct Counter {
  private typealias Lanes = SIMD32<UInt8>

  private static let notApplicableLane = 30
  private static let otherLane = 31
  /// Stretches of neighbouring columns, as sections usually are.
  private let runs: [Range<Int>]
  private let columnCount: Int
  private let pointCount: Int
  /// For every byte the vector with a one in its lane; empty where lanes are too few or too small.
  private let lanes: [Lanes]

  init(_ columns: [Int], pointCount: Int) {
    var runs: [Range<Int>] = []
    for column in columns {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<(column + 1)
      } else {
        runs.append(column..<(column + 1))
      }
    }
    self.runs = runs
    columnCount = columns.count
    self.pointCount = pointCount
    let fits = pointCount <= Self.notApplicableLane && columns.count <= Int(UInt8.max)
    lanes = fits ? (0..<256).map { Self.vector(of: UInt8($0), pointCount) } : []
  }

  private static func vector(of mark: UInt8, _ pointCount: Int) -> Lanes {
    var vector = Lanes()
    let leaves = mark == Mark.notApplicable || mark == Mark.hidden
    vector[leaves ? notApplicableLane : Int(mark) < pointCount ? Int(mark) : otherLane] = 1
    return vector
  }

  @inline(__always)
  func forEachRow(
    of marks: UnsafeBufferPointer<UInt8>, rowCount: Int, stride: Int, _ body: (Int, RowScore) -> Void
  ) {
    runs.withUnsafeBufferPointer { runs in
      lanes.withUnsafeBufferPointer { lanes in
        for row in 0..<rowCount {
          let start = row &* stride
          if lanes.isEmpty {
            body(row, slowScore(marks, start))
          } else {
            var sum = Lanes()
            for run in runs {
              for column in run { sum &+= lanes[Int(marks[start &+ column])] }
            }
            body(row, score(sum))
          }
        }
      }
    }
  }

  @inline(__always)
  private func score(_ sum: Lanes) -> RowScore {
    withUnsafeBytes(of: sum) { counts in
      var answered = 0
      for point in 0..<pointCount { answered &+= Int(counts[point]) }
      var score = RowScore(
        answered: answered, applicable: columnCount &- Int(counts[Self.notApplicableLane]))
      guard answered > 0 else { return score }
      let ranks = (low: (answered &- 1) / 2, high: answered / 2)
      var point = 0
      var upTo = Int(counts[0])
      while upTo <= ranks.low {
        point &+= 1
        upTo &+= Int(counts[point])
      }
      score.lower = UInt8(truncatingIfNeeded: point)
      while upTo <= ranks.high {
        point &+= 1
        upTo &+= Int(counts[point])
      }
      score.upper = UInt8(truncatingIfNeeded: point)
      return score
    }
  }

  private func slowScore(_ marks: UnsafeBufferPointer<UInt8>, _ start: Int) -> RowScore {
    let tally = Tally(pointCount: pointCount, of: runs.lazy.joined().map { marks[start + $0] })
    var score = RowScore(answered: tally.answered, applicable: tally.applicable)
    if let middle = tally.middle { (score.lower, score.upper) = (middle.lower, middle.upper) }
    return score
  }
}
