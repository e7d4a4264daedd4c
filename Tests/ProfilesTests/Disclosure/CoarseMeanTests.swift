import TestSupport
import Testing

@testable import Profiles

@Suite struct CoarseMeanTests {
  static func mean(_ sum: Int, _ scores: Int, _ step: String) throws -> Double {
    let step = try #require(Fraction(step))
    return CoarseFigure(steps: CoarseFigure.steps(sum, of: scores, step: step), step: step).mean
  }

  @Test(arguments: [
    (20, 8, "1/2", 2.5), (21, 8, "1/2", 2.5), (22, 8, "1/2", 3), (18, 8, "1/2", 2.5), (17, 8, "1/2", 2.0),
    (-18, 8, "1/2", -2), (-17, 8, "1/2", -2), (-19, 8, "1/2", -2.5), (10, 3, "1/3", 3.333333),
    (11, 8, "1/4", 1.5),
    (7, 3, "1", 2), (5, 2, "1", 3),
  ])
  func `the nearest step, halves upwards`(_ sum: Int, _ scores: Int, _ step: String, _ mean: Double) throws {
    #expect(try Self.mean(sum, scores, step) == mean)
  }

  /// Against a plain search over all steps.
  @Test func `no step is nearer`() throws {
    let step = try #require(Fraction("2/7"))
    for scores in 1...12 {
      for sum in -30...30 {
        let found = CoarseFigure.steps(sum, of: scores, step: step)
        // Twice the distance, in 1 / (7 × scores).
        func distance(_ steps: Int) -> Int { abs(7 * sum - 2 * steps * scores) }
        let nearest = (-200...200).map(distance).min()
        #expect(distance(Int(found)) == nearest)
        #expect(distance(Int(found) + 1) > distance(Int(found)), "the higher of two")
      }
    }
  }

  @Test func `the interval is half a step either way`() throws {
    let half = try #require(Fraction("1/2"))
    let figure = CoarseFigure(steps: 5, step: half)
    #expect(figure.mean == 2.5 && figure.interval == 2.25...2.75)
    let third = CoarseFigure(steps: 1, step: try #require(Fraction("1/3")))
    #expect(third.interval == 0.166667...0.5)
  }

  /// The attackers' view is what is published, of criteria by point and of sections by total.
  @Test func `the mechanism is what is published`() throws {
    let policy = try SheetFixtures.shipped("coarse-mean")
    var generator = SeededGenerator(seed: 8)
    for (unit, points, criteria) in [
      (Sheet.Unit.criterion, [0, 2, 3, 5], 1), (.section, [0, 1, 2, 3, 4, 5], 4),
    ] {
      let mechanism = policy.mechanism(unit: unit, n: 20, points: points, criteria: criteria)
      guard case .function(let output) = mechanism else {
        Issue.record("not a function")
        return
      }
      let totals = criteria == 1 ? points : Array(0...20)
      for _ in 0..<300 {
        let counts = totals.map { _ in Int.random(in: 0...4, using: &generator) }
        let sum = zip(totals, counts).reduce(0) { $0 + $1.0 * $1.1 }
        let exact = ExactSum(n: counts.reduce(0, +), sum: sum, lowest: 0, highest: 5, criteria: criteria)
        guard exact.n > 0, let half = Fraction("1/2") else { continue }
        let figure = try #require(CoarseMean(step: half).publish(exact, using: &generator) as? CoarseFigure)
        #expect(output(counts) == [Int(figure.steps)])
      }
    }
  }
}
