import Frameworks
import Rubrics
import TestSupport
import Testing

/// What holds of every rule, on marks made from a seed.
@Suite struct AggregationPropertyTests {
  private static let pointRules = ["best-fit", "median", "mean", "mode", "min", "max"]

  private static func forEachSample(
    _ seed: UInt64, _ body: (Rubric, [UInt8], inout SeededGenerator) throws -> Void
  ) throws {
    let rubric = try TestFrameworks.small(points: 6)
    var generator = SeededGenerator(seed: seed)
    let reserved = [Mark.missing, Mark.notApplicable, Mark.notReviewed]
    for _ in 0..<300 {
      let marks = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Int.random(in: 0..<8, using: &generator) == 0
          ? reserved[Int.random(in: 0..<3, using: &generator)] : UInt8.random(in: 0..<6, using: &generator)
      }
      try body(rubric, marks, &generator)
    }
  }

  private static func result(_ name: String, _ rubric: Rubric, _ marks: [UInt8]) throws -> AggregateResult {
    try #require(Aggregations.named(name)).result(
      of: AggregateBasis(
        scale: rubric.scales[0], tally: Tally(pointCount: 6, of: marks),
        rule: AggregateRule(name, point: "p3")))
  }

  @Test func orderDoesNotMatter() throws {
    try Self.forEachSample(1) { rubric, marks, generator in
      let shuffled = marks.shuffled(using: &generator)
      for name in Aggregations.names where name != "weighted-mean" {
        let one = try Self.result(name, rubric, marks)
        let other = try Self.result(name, rubric, shuffled)
        #expect(one == other)
      }
    }
  }

  @Test func equalPointsGiveThatPoint() throws {
    try Self.forEachSample(2) { rubric, marks, generator in
      let point = UInt8.random(in: 0..<6, using: &generator)
      let equal = marks.map { $0 < Mark.firstReserved ? point : $0 }
      for name in Self.pointRules {
        let result = try Self.result(name, rubric, equal)
        guard let value = result.value else { continue }
        #expect(value.number(on: rubric.scales[0]) == Double(point), "\(name)")
      }
    }
  }

  @Test func nothingLeavesTheBoundsOfTheAnswers() throws {
    try Self.forEachSample(3) { rubric, marks, _ in
      let points = marks.filter { $0 < Mark.firstReserved }
      for name in Self.pointRules {
        guard let value = try Self.result(name, rubric, marks).value else { continue }
        let lowest = Double(points.min() ?? 0), highest = Double(points.max() ?? 0)
        if let place = value.halfway(on: rubric.scales[0]) {
          #expect((lowest...highest).contains(place), "\(name)")
        }
        if case .tied(let codes) = value {
          #expect(codes.allSatisfy { points.contains($0) } && codes.count > 1)
        }
      }
      guard case .proportion(let count, let of, _) = try Self.result("proportion", rubric, marks).value else {
        return
      }
      #expect((0...of).contains(count) && of == points.count)
    }
  }

  @Test func theMeanMatchesTheSum() throws {
    try Self.forEachSample(4) { rubric, marks, _ in
      let points = marks.filter { $0 < Mark.firstReserved }.map(Int.init)
      guard let value = try Self.result("mean", rubric, marks).value else { return }
      #expect(value == .mean(sum: points.reduce(0, +), count: points.count))
    }
  }

  @Test func aDistributionLosesNothing() throws {
    try Self.forEachSample(5) { rubric, marks, _ in
      let result = try Self.result("distribution", rubric, marks)
      #expect(result.tally.total == marks.count)
      guard case .distribution(let counts) = result.value else { return }
      #expect(counts.reduce(0, +) == marks.count { $0 < Mark.firstReserved })
    }
  }

  @Test func whatDoesNotApplyChangesNoFigure() throws {
    try Self.forEachSample(6) { rubric, marks, _ in
      for name in Aggregations.names where !["weighted-mean"].contains(name) {
        let with = try Self.result(name, rubric, marks + [Mark.notApplicable])
        let without = try Self.result(name, rubric, marks)
        if without.tally.total > without.tally.notApplicable {
          #expect(with.value == without.value, "\(name)")
        }
      }
    }
  }
}
