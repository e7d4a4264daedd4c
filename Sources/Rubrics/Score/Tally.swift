/// How often each point of a scale was chosen, and how often none was and why.
///
/// It knows no order of the criteria behind it, so nothing worked out from one can depend on that order.
/// Scales of up to 32 points are counted inside the value; larger ones in an array beside it.
public struct Tally: Sendable, Equatable {
  /// How many points the scale has.
  public let pointCount: Int
  private var few = SIMD32<UInt32>()
  private var many: [UInt32]
  /// Nothing was written.
  public private(set) var missing = 0
  public private(set) var notApplicable = 0
  public private(set) var notReviewed = 0
  /// Not asked of the subject, so not part of any total.
  public private(set) var hidden = 0

  public init(pointCount: Int) {
    self.pointCount = pointCount
    many = pointCount > Self.inlineCapacity ? [UInt32](repeating: 0, count: pointCount) : []
  }

  public init(pointCount: Int, of marks: some Sequence<UInt8>) {
    self.init(pointCount: pointCount)
    add(contentsOf: marks)
  }

  static let inlineCapacity = 32

  /// How many chose a point.
  public subscript(point: Int) -> Int {
    precondition(point >= 0 && point < pointCount, "a point of the scale")
    return Int(many.isEmpty ? few[point] : many[point])
  }

  /// How often each point was chosen, in the order of the scale.
  public var points: [Int] { (0..<pointCount).map { self[$0] } }

  /// How many have a point.
  public var answered: Int { (0..<pointCount).reduce(0) { $0 + self[$1] } }

  /// How many could have one: all but those to which the criterion does not apply.
  public var applicable: Int { answered + missing + notReviewed }

  public var total: Int { applicable + notApplicable }

  /// Counts one mark. A number past the scale's points, other than ``Mark``'s own, names nothing and is
  /// missing.
  public mutating func add(_ mark: UInt8, times: Int = 1) {
    switch mark {
    case Mark.notApplicable: notApplicable += times
    case Mark.notReviewed: notReviewed += times
    case Mark.hidden: hidden += times
    case let point where Int(point) < pointCount:
      if many.isEmpty { few[Int(point)] += UInt32(times) } else { many[Int(point)] += UInt32(times) }
    default: missing += times
    }
  }

  /// Counts a run of marks.
  public mutating func add(contentsOf marks: some Sequence<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      let isContiguous: Void? = marks.withContiguousStorageIfAvailable { bytes in
        for byte in bytes { counts[Int(byte)] &+= 1 }
      }
      if isContiguous == nil { for mark in marks { counts[Int(mark)] &+= 1 } }
      for mark in 0..<256 where counts[mark] > 0 { add(UInt8(mark), times: Int(counts[mark])) }
    }
  }

  /// Counts what another tally of the same scale counted.
  public mutating func add(_ other: Tally) {
    precondition(pointCount == other.pointCount, "tallies of one scale")
    for point in 0..<pointCount where other[point] > 0 { add(UInt8(point), times: other[point]) }
    missing += other.missing
    notApplicable += other.notApplicable
    notReviewed += other.notReviewed
    hidden += other.hidden
  }

  /// The points in the middle of the answers: one point twice, or the two on either side of it. `nil` without
  /// answers.
  public var middle: (lower: UInt8, upper: UInt8)? {
    let answered = answered
    guard answered > 0 else { return nil }
    return (point(atRank: (answered - 1) / 2), point(atRank: answered / 2))
  }

  /// The point of the answer with so many below it when all stand in a row.
  private func point(atRank rank: Int) -> UInt8 {
    var below = 0
    for point in 0..<pointCount {
      below += self[point]
      if below > rank { return UInt8(point) }
    }
    return UInt8(clamping: max(0, pointCount - 1))
  }
}
