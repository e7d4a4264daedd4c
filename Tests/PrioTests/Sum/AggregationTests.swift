import TestSupport
import Testing

@testable import Prio

struct AggregationTests {
  @Test(arguments: [2, 3, 5], [(1, 1), (5, 255), (12, 40)])
  func `the sums of many reports are the sums of their counts`(
    _ shares: Int, _ size: (length: Int, limit: Int)
  ) throws {
    var generator = SeededGenerator(seed: UInt64(shares * 100 + size.length))
    let prio = try Prio3SumVec(shares: shares, length: size.length, maxMeasurement: size.limit)
    var expected = [Int](repeating: 0, count: size.length)
    var aggregates = Array(repeating: prio.emptyAggregate, count: shares)
    let reports = 30
    for _ in 0..<reports {
      let measurement = generator.measurement(prio)
      for (index, count) in measurement.enumerated() { expected[index] += count }
      for (index, share) in try Exchange(prio, measurement, &generator).run().enumerated() {
        try prio.add(share, to: &aggregates[index])
      }
    }
    #expect(try prio.unshard(aggregates, reports: reports) == expected)
    #expect(try prio.unshard(aggregates.reversed(), reports: reports) == expected)
  }

  @Test func `aggregate shares are added up in any order`() throws {
    var generator = SeededGenerator(seed: 15)
    let prio = try Prio3SumVec(length: 3, maxMeasurement: 7)
    let first = try Exchange(prio, [1, 2, 3], &generator).run()
    let second = try Exchange(prio, [4, 5, 6], &generator).run()
    var left = first
    var right = second
    for index in 0...1 {
      try prio.add(second[index], to: &left[index])
      try prio.add(first[index], to: &right[index])
    }
    #expect(left == right)
    #expect(try prio.unshard(left, reports: 2) == [5, 7, 9])
  }

  @Test func `a sum that so many reports cannot have is refused`() throws {
    let prio = try Prio3SumVec(length: 2, maxMeasurement: 7)
    let fourteen = [Field128(14), .zero]
    #expect(try prio.unshard([fourteen, prio.emptyAggregate], reports: 2) == [14, 0])
    #expect(throws: PrioError.sumRange(at: 0)) {
      try prio.unshard([fourteen, prio.emptyAggregate], reports: 1)
    }
    #expect(throws: PrioError.sumRange(at: 1)) {
      try prio.unshard([fourteen, [.zero, Field128(-1)]], reports: 2)
    }
    #expect(throws: PrioError.sumRange(at: 1)) {
      try prio.unshard([fourteen, [.zero, Field128(Int.max) + Field128(Int.max)]], reports: Int.max)
    }
    #expect(throws: PrioError.reports(-1)) {
      try prio.unshard([prio.emptyAggregate, prio.emptyAggregate], reports: -1)
    }
  }

  @Test func `shares of other parameters, too few or too many are refused`() throws {
    var generator = SeededGenerator(seed: 16)
    let prio = try Prio3SumVec(length: 2, maxMeasurement: 7)
    var aggregate = prio.emptyAggregate
    #expect(throws: PrioError.size(.fieldVector, 48, expected: 32)) {
      try prio.add(generator.elements(3), to: &aggregate)
    }
    #expect(throws: PrioError.shareCount(1, expected: 2)) { try prio.unshard([aggregate], reports: 1) }
    #expect(throws: PrioError.shareCount(3, expected: 2)) {
      try prio.unshard([aggregate, aggregate, aggregate], reports: 1)
    }
    var short = [Field128.zero]
    #expect(throws: PrioError.size(.fieldVector, 16, expected: 32)) { try prio.add(aggregate, to: &short) }
  }

  @Test func `noise of either sign is read from the sum`() throws {
    var generator = SeededGenerator(seed: 17)
    let prio = try Prio3SumVec(length: 1, maxMeasurement: 7)
    var shares = try Exchange(prio, [2], &generator).run()
    shares[0][0] += Field128(-9)
    shares[1][0] += Field128(3)
    #expect((shares[0][0] + shares[1][0]).centred == -4)
  }
}
