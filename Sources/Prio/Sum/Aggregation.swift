extension Prio3SumVec {
  /// The aggregate share of no report.
  public var emptyAggregate: [Field128] { [Field128](repeating: .zero, count: length) }

  /// Adds a report's output share, or another aggregate share of the same aggregator, to an aggregate share.
  ///
  /// - Throws: `PrioError.size` where one of them is of other parameters.
  public func add(_ outputShare: [Field128], to aggregate: inout [Field128]) throws(PrioError) {
    try check(outputShare)
    try check(aggregate)
    for index in aggregate.indices { aggregate[index] += outputShare[index] }
  }

  /// An output share or an aggregate share from its bytes, which `Field128.bytes(of:)` makes.
  ///
  /// - Throws: `PrioError`, where there are more or fewer elements or one is out of range.
  public func share(from bytes: [UInt8]) throws(PrioError) -> [Field128] {
    try Field128.vector(from: bytes, count: length)
  }

  /// The exact sums over `reports` reports from the aggregate shares of all aggregators, in any order.
  ///
  /// - Throws: `PrioError.sumRange` where a sum is more than that many valid reports can have, which means that a share
  ///   is missing, wrong or has noise in it.
  public func unshard(_ aggregateShares: [[Field128]], reports: Int) throws(PrioError) -> [Int] {
    guard aggregateShares.count == shares else {
      throw .shareCount(aggregateShares.count, expected: shares)
    }
    guard reports >= 0 else { throw .reports(reports) }
    var aggregate = emptyAggregate
    for share in aggregateShares { try add(share, to: &aggregate) }
    let limit = UInt128(reports) * UInt128(maxMeasurement)
    var sums: [Int] = []
    for (index, element) in aggregate.enumerated() {
      guard let sum = element.centred, sum >= 0, UInt128(sum) <= limit else { throw .sumRange(at: index) }
      sums.append(sum)
    }
    return sums
  }

  private func check(_ vector: [Field128]) throws(PrioError) {
    guard vector.count == length else {
      throw .size(
        .fieldVector, vector.count * Field128.encodedSize, expected: length * Field128.encodedSize)
    }
  }
}
